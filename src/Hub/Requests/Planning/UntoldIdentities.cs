using PersonalDataHub.Hub.Registrants.Files;
using PersonalDataHub.Hub.Registrants.Identities;
using PersonalDataHub.Hub.Registrants.Widening;

namespace PersonalDataHub.Hub.Requests.Planning;

/// <summary>
/// Finds sources that seem to hold nothing only because another, which may tell by what they know the person, did not answer.
/// </summary>
internal static class UntoldIdentities
{
    /// <summary>Why it is not known what the source holds; null when it is.</summary>
    /// <param name="file">Everything that is held of the person.</param>
    /// <param name="source">A source that answered, or was not asked, and of which nothing was found.</param>
    /// <param name="kinds">What is known of the kinds of identity.</param>
    public static string? ReasonOf(RegistrantFile file, SourceFile source, KnownIdentityKinds kinds)
    {
        var tellers = file.Sources
            .Where(other => !other.Reached
                && (other.Source.Descriptor is not null || source.Identities.Count == 0)
                && Asking.MayTell(other.Source, source.Source, file.Registrant.Identities, kinds))
            .Select(other => other.Source.Id)
            .ToList();
        return tellers.Count == 0
            ? null
            : $"It is not certain by what it knows the person: {string.Join(", ", tellers)} may tell, and did not answer.";
    }
}
