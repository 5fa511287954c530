using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Disclosures;

namespace PersonalDataHub.Hub.GraphQL.Disclosures;

/// <summary>Whose data goes: exactly one of these.</summary>
[OneOf]
[GraphQLName("Disclosed")]
public sealed record DisclosedInput
{
    /// <summary>Single persons.</summary>
    public IReadOnlyList<RegistrantKeyInput>? Registrants { get; init; }

    /// <summary>A group in which nobody is told apart.</summary>
    public SegmentInput? Segment { get; init; }

    /// <summary>Everybody: how many persons the register has.</summary>
    public int? WholeRegister { get; init; }

    internal DisclosureOrder AddTo(DisclosureOrder order) => order with
    {
        Registrants = [.. Registrants?.Select(key => key.ToKey()) ?? []],
        Segment = Segment?.Id,
        WholeRegister = WholeRegister is not null,
        Persons = Segment?.Persons ?? WholeRegister,
    };
}
