using PersonalDataHub.GraphQL.Execution;

namespace PersonalDataHub.GraphQL.Types.Annotations;

/// <summary>The one argument that the mutation conventions make of a method's parameters.</summary>
internal static class MutationInput
{
    public const string Name = "input";

    public static T? Read<T>(IResolverContext context, string name)
    {
        var input = context.Argument<IReadOnlyDictionary<string, object?>>(Name);
        return input is not null && input.TryGetValue(name, out var value) ? (T?)InputConversion.To(typeof(T), value) : default;
    }
}
