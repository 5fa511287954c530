namespace PersonalDataHub.GraphQL.Types;

/// <summary>Declares an expected failure of a mutation. <typeparamref name="T"/> is an exception, or an error class with a
/// <c>Message</c> property and either static <c>CreateErrorFrom</c> methods or constructors that take an exception.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ErrorAttribute<T> : Attribute;
