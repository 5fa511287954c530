using System.Text.RegularExpressions;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Yaml;

namespace PersonalDataHub.Hub.Connectors.Loading;

/// <summary>Finds everything that is wrong in what a source says of itself.</summary>
internal sealed partial class DescriptorValidator(Register register, IReadOnlyCollection<string> sources)
{
    /// <summary>Fields of the registrant that a record type's plural must leave free.</summary>
    private static readonly string[] ReservedPlurals = ["id", "identities", "profile", "records", "requests"];

    private static readonly string[] Terms =
    [
        ProfileTerms.FamilyName, ProfileTerms.GivenNames, ProfileTerms.PreferredName, ProfileTerms.FormerName, ProfileTerms.BirthDate,
        ProfileTerms.Language, ProfileTerms.Email, ProfileTerms.Phone, ProfileTerms.PostalAddress,
    ];

    private readonly List<string> mistakes = [];

    public IReadOnlyList<string> Validate(SourceDescriptor descriptor, IConnector connector)
    {
        Unique("record type", descriptor.RecordTypes.Select(type => type.Name));
        Unique("plural name", descriptor.RecordTypes.Select(type => type.PluralName));
        foreach (var type in descriptor.RecordTypes)
        {
            CheckType(type);
        }

        if (descriptor.AggregateOnly)
        {
            CheckAggregates(descriptor);
        }

        CheckIdentities(descriptor);
        CheckAbilities(descriptor, connector);
        CheckTimes(descriptor);
        mistakes.AddRange(descriptor.Feeds.Where(feed => !sources.Contains(feed))
            .Select(feed => $"feeds: the register has no source '{feed}'.{Closest.Hint(feed, sources)}"));
        return mistakes;
    }

    private void CheckType(RecordType type)
    {
        var where = $"record type '{type.Name}'";
        CheckName(type.Name, where);
        CheckName(type.PluralName, $"{where}: plural name");
        if (type.PluralName == type.Name || ReservedPlurals.Contains(type.PluralName))
        {
            mistakes.Add($"{where}: the plural name '{type.PluralName}' is taken; choose another.");
        }

        CheckCategory(type.Category, where);
        Unique($"{where}: field", type.Fields.Select(field => field.Name));
        if (type.Fields.Count == 0)
        {
            mistakes.Add($"{where} has no fields.");
        }

        foreach (var field in type.Fields)
        {
            CheckField(field, $"{type.Name}.{field.Name}", depth: 1);
        }
    }

    private void CheckField(RecordField field, string where, int depth)
    {
        CheckName(field.Name, where);
        if (field.Category is { } category)
        {
            CheckCategory(category, where);
        }

        if (field.Kind == FieldKind.List != field.ItemKind.HasValue || field.ItemKind == FieldKind.List)
        {
            mistakes.Add($"{where}: a list, and nothing else, names the kind of its items, which is not a list again.");
        }

        var composite = (field.ItemKind ?? field.Kind) == FieldKind.Composite;
        if (composite != field.Parts.Count > 0 || depth > 3)
        {
            mistakes.Add($"{where}: a composite, and nothing else, has parts, at most three levels deep.");
        }

        if (field.IdentityKind is not null && (field.ItemKind ?? field.Kind) is not (FieldKind.Text or FieldKind.Integer))
        {
            mistakes.Add($"{where}: an identity must be text or a whole number.");
        }

        if (field.ProfileTerm is { } term && !Terms.Contains(term))
        {
            mistakes.Add($"{where}: the profile term '{term}' is not known.{Closest.Hint(term, Terms)}");
        }

        Unique($"{where}: part", field.Parts.Select(part => part.Name));
        foreach (var part in depth > 3 ? [] : field.Parts)
        {
            CheckField(part, $"{where}.{part.Name}", depth + 1);
        }
    }

    /// <summary>What is only about many people must offer nothing by which it could be joined with one.</summary>
    private void CheckAggregates(SourceDescriptor descriptor)
    {
        if (descriptor.Accepts.Count > 0)
        {
            mistakes.Add("it is aggregate-only, so it may accept no identities: numbers about many people are not joined with a person.");
        }

        if (descriptor.RecordTypes.Count > 0)
        {
            mistakes.Add("it is aggregate-only, so it may have no record types: a record is always one person's. Tell numbers by ISupportsStatistics.");
        }

        mistakes.AddRange(descriptor.Abilities
            .Where(described => described.Ability != Ability.Statistics)
            .Select(described => $"it is aggregate-only, so it may not have the ability {described.Ability}, which is about single persons."));
    }

    private void CheckIdentities(SourceDescriptor descriptor)
    {
        if (descriptor.Accepts.Count == 0 && !descriptor.AggregateOnly)
        {
            mistakes.Add("accepts no kind of identity, so nothing could ever be found in it.");
        }

        foreach (var accepted in descriptor.Accepts)
        {
            CheckName(accepted.Kind, "accepted identity");
            CheckTypeNames(descriptor, accepted.RecordTypes, $"accepted identity '{accepted.Kind}'");
            if (accepted.Issuer is { } issuer && !sources.Contains(issuer))
            {
                mistakes.Add($"accepted identity '{accepted.Kind}': the register has no source '{issuer}'.{Closest.Hint(issuer, sources)}");
            }
        }
    }

    private void CheckAbilities(SourceDescriptor descriptor, IConnector connector)
    {
        foreach (var ability in Enum.GetValues<Ability>())
        {
            var described = descriptor.Abilities.Where(description => description.Ability == ability).ToList();
            var implemented = Abilities.Implements(connector, ability);

            // Whoever can erase may also be able to make anonymous, and need not.
            if (implemented != described.Count > 0 && !(implemented && ability == Ability.Anonymisation))
            {
                mistakes.Add(implemented
                    ? $"the connector implements the ability {ability}, but the descriptor does not describe it."
                    : $"the descriptor describes the ability {ability}, but the connector does not implement it.");
            }

            Unique($"ability {ability}: record type", described.SelectMany(description => description.RecordTypes));
            foreach (var description in described)
            {
                CheckTypeNames(descriptor, description.RecordTypes, $"ability {ability}");
                if (description.Delay < TimeSpan.Zero || description.ReversibleFor < TimeSpan.Zero)
                {
                    mistakes.Add($"ability {ability}: a length of time is negative.");
                }
            }
        }

        Unique("fact", descriptor.Facts);
        if (descriptor.Facts.Count > 0 && connector is not ISupportsFacts)
        {
            mistakes.Add("facts are listed, but the connector does not implement ISupportsFacts.");
        }
    }

    private void CheckTimes(SourceDescriptor descriptor)
    {
        if (descriptor.Freshness < TimeSpan.Zero)
        {
            mistakes.Add("freshness is negative.");
        }

        mistakes.AddRange(descriptor.AvailabilityWindows
            .Where(window => window.Days.Count == 0 || !TimeZoneInfo.TryFindSystemTimeZoneById(window.TimeZone, out _))
            .Select(window => $"an availability window needs days and a known time zone; '{window.TimeZone}' may not be one."));
    }

    private void CheckTypeNames(SourceDescriptor descriptor, IEnumerable<string> names, string where)
    {
        var known = descriptor.RecordTypes.Select(type => type.Name).ToList();
        mistakes.AddRange(names.Where(name => !known.Contains(name))
            .Select(name => $"{where}: there is no record type '{name}'.{Closest.Hint(name, known)}"));
    }

    private void CheckCategory(string category, string where)
    {
        if (register.FindCategory(category) is null)
        {
            mistakes.Add($"{where}: the register has no category '{category}'.{Closest.Hint(category, register.Categories.Select(known => known.Id))}");
        }
    }

    private void CheckName(string name, string where)
    {
        if (!CamelCase().IsMatch(name))
        {
            mistakes.Add($"{where}: '{name}' must be camel case: a lower-case letter, then letters and digits.");
        }
    }

    private void Unique(string what, IEnumerable<string> names) => mistakes.AddRange(
        names.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => $"{what} '{group.Key}' is declared twice."));

    [GeneratedRegex("^[a-z][A-Za-z0-9]{0,63}$", RegexOptions.CultureInvariant)]
    private static partial Regex CamelCase();
}
