using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.Hub.GraphQL.Requests;

/// <summary>A value: exactly one of these, of the kind that the field has.</summary>
[OneOf]
[GraphQLName("FieldValueInput")]
public sealed record FieldValueInput
{
    /// <summary>Text.</summary>
    public string? Text { get; init; }

    /// <summary>A whole number.</summary>
    public long? Integer { get; init; }

    /// <summary>An exact decimal number.</summary>
    public decimal? Decimal { get; init; }

    /// <summary>True or false.</summary>
    public bool? Boolean { get; init; }

    /// <summary>A calendar date.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>A moment.</summary>
    public DateTimeOffset? Instant { get; init; }

    /// <summary>A length of time.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>The parts of a composite value, such as an address, by name; a part left out is empty.</summary>
    public IReadOnlyList<FieldPartInput>? Parts { get; init; }

    internal FieldValue ToValue(RecordField? field) => this switch
    {
        { Text: { } text } => new TextValue(text),
        { Integer: { } number } => new IntegerValue(number),
        { Decimal: { } number } => new DecimalValue(number),
        { Boolean: { } truth } => new BooleanValue(truth),
        { Date: { } date } => new DateValue(date),
        { Instant: { } moment } => new InstantValue(moment),
        { Duration: { } length } => new DurationValue(length),
        { Parts: { } parts } => Composite(parts, field),
        _ => throw new GraphQLException("Give exactly one kind of value.", "MALFORMED_VALUE"),
    };

    private static CompositeValue Composite(IReadOnlyList<FieldPartInput> parts, RecordField? field)
    {
        var known = field?.Parts ?? [];
        var unknown = parts.Select(part => part.Name).Where(name => !known.Any(part => part.Name == name)).ToList();
        return unknown.Count > 0
            ? throw new GraphQLException(
                $"The field has no part {string.Join(", ", unknown)}; its parts are: {string.Join(", ", known.Select(part => part.Name))}.",
                "UNKNOWN_PART")
            : new([.. known.Select(part => parts.FirstOrDefault(given => given.Name == part.Name)?.Value is { } text ? new TextValue(text) : null)]);
    }
}
