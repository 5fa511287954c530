using System.Text.RegularExpressions;

namespace PersonalDataHub.GraphQL.DifferentialTests.Comparison;

/// <summary>Tells by its message which mistake a validation error reports; both sides word some of them in their own way.</summary>
internal static partial class ErrorKind
{
    public static string Of(string message) => message switch
    {
        _ when message.StartsWith("Fields \"", StringComparison.Ordinal) => "conflict",
        _ when message.EndsWith("is required, but it was not provided.", StringComparison.Ordinal) => "required argument",
        _ when Value().IsMatch(message) => "value",
        _ => FieldType().Replace(message.Split(" Did you mean ")[0], "field \""),
    };

    [GeneratedRegex("^Expected value of |cannot represent|does not exist in |is not defined by type|OneOf Input Object|of required type \".*\" was not provided|must be non-null")]
    private static partial Regex Value();

    // The oracle knows no type that meta fields belong to.
    [GeneratedRegex("field \"[^\".]+\\.(?=__)")]
    private static partial Regex FieldType();
}
