using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Hub.Registrants.Restrictions;

/// <summary>What of a registrant's data a restriction covers.</summary>
internal abstract record RestrictedPart
{
    private RestrictedPart()
    {
    }

    /// <summary>Everything.</summary>
    public sealed record Person : RestrictedPart;

    /// <summary>Every value of one data category.</summary>
    /// <param name="Id">The category's id in the register.</param>
    public sealed record Category(string Id) : RestrictedPart;

    /// <summary>One record, or one field of it where the target names one.</summary>
    /// <param name="Source">The id of the source that holds it.</param>
    /// <param name="Target">The record or field.</param>
    public sealed record Held(string Source, RecordTarget Target) : RestrictedPart;
}
