using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>Reads one coerced argument as the type that is asked for.</summary>
internal static class ArgumentReading
{
    public static T? Read<T>(FieldDefinition field, IReadOnlyDictionary<string, object?> arguments, string name) =>
        arguments.TryGetValue(name, out var value) ? value is T typed ? typed : (T?)InputConversion.To(typeof(T), value)
        : field.FindArgument(name) is not null ? default
        : throw new ArgumentException($"{field.DeclaringType}.{field.Name} has no argument {name}.", nameof(name));
}
