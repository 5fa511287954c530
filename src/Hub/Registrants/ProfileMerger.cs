using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>Makes the unified profile from the records of all sources: who says what, and do they agree.</summary>
internal static class ProfileMerger
{
    /// <summary>Whether records of a type say something of the profile.</summary>
    public static bool Speaks(RecordType type) => type.Fields.Any(field => field is { ProfileTerm: not null, ThirdParty: false });

    /// <summary>Merges records, given in the order in which sources take precedence.</summary>
    public static Profile Merge(IReadOnlyList<HeldRecord> records)
    {
        var byTerm = records
            .SelectMany(record => record.Fields)
            .Where(field => field.Field is { ProfileTerm: not null, ThirdParty: false })
            .ToLookup(field => field.Field.ProfileTerm!);

        return new()
        {
            FamilyName = One(byTerm[ProfileTerms.FamilyName]),
            GivenNames = One(byTerm[ProfileTerms.GivenNames]),
            PreferredName = One(byTerm[ProfileTerms.PreferredName]),
            FormerNames = Many(byTerm[ProfileTerms.FormerName]),
            BirthDate = One(byTerm[ProfileTerms.BirthDate]),
            Language = One(byTerm[ProfileTerms.Language]),
            Emails = Many(byTerm[ProfileTerms.Email]),
            Phones = Many(byTerm[ProfileTerms.Phone]),
            PostalAddresses = One(byTerm[ProfileTerms.PostalAddress]) is { } address ? [address] : [],
        };
    }

    private static UnifiedText? One(IEnumerable<PersonalField> fields)
    {
        var held = fields.ToList();
        return held.Count == 0 ? null : Unify(held);
    }

    // Withheld ones are not compared: together they make one text without value.
    private static IReadOnlyList<UnifiedText> Many(IEnumerable<PersonalField> fields) =>
        [.. fields.GroupBy(ComparableText.Of, StringComparer.Ordinal).Select(group => Unify([.. group]))];

    private static UnifiedText Unify(IReadOnlyList<PersonalField> fields)
    {
        var shown = fields.Where(field => field.Withheld is null).ToList();
        return new UnifiedText(
            shown.Count == 0 ? null : shown[0].Value, AgreementOf(shown), [.. fields.Select(field => new HeldText(field))]);
    }

    private static Agreement AgreementOf(IReadOnlyList<PersonalField> fields)
    {
        if (fields.Count <= 1)
        {
            return fields.Count == 0 ? Agreement.Withheld : Agreement.Single;
        }

        if (fields.Select(field => field.Value).Distinct(StringComparer.Ordinal).Count() == 1)
        {
            return Agreement.Same;
        }

        return fields.Select(ComparableText.Of).Distinct(StringComparer.Ordinal).Count() == 1
            ? Agreement.Equivalent
            : Agreement.Conflict;
    }
}
