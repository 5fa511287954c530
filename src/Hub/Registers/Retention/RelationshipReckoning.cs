using System.Globalization;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registers.Retention;

/// <summary>Works out whether a relationship has ended from what all sources tell.</summary>
/// <remarks>
/// One contract or one recent contact anywhere keeps it in force. That it has ended is said only when every source that
/// could tell otherwise has answered.
/// </remarks>
public static class RelationshipReckoning
{
    /// <summary>How it stands on a day.</summary>
    /// <param name="rule">The register's rule; null where the notice says nothing, which ends a relationship with its contracts.</param>
    /// <param name="sources">What each source tells that knows the person or might.</param>
    /// <param name="day">The day.</param>
    public static RelationshipStanding Of(RelationshipRule? rule, IReadOnlyList<SourceContact> sources, DateOnly day) => Standing(rule, sources, day) with
    {
        HasContract = sources.Any(source => source.ContractInForce == true || source.ContractEnds is not null),
    };

    private static RelationshipStanding Standing(RelationshipRule? rule, IReadOnlyList<SourceContact> sources, DateOnly day)
    {
        var steps = sources.Select(Told).ToList();
        if (sources.Where(source => source.ContractInForce == true).ToList() is { Count: > 0 } contracts)
        {
            var ends = contracts.TrueForAll(source => source.ContractEnds >= day) ? contracts.Max(source => source.ContractEnds) : null;
            steps.Add($"A contract is in force in {Names(contracts)}: the relationship goes on.");
            return new(RelationshipStatus.InForce, End(rule, ends), steps);
        }

        // Where only contracts count, an invoice that came after the end does not prolong it.
        var latest = rule?.Threshold is null && sources.Max(source => source.ContractEnds) is { } contractEnd
            ? contractEnd
            : sources.SelectMany(source => new[] { source.LastContact, source.ContractEnds }).Max();
        var end = End(rule, latest);
        steps.Add(rule?.Threshold is { } threshold
            ? latest is { } last
                ? Text($"The latest of all is {last:yyyy-MM-dd}; {threshold} later the relationship counts as ended: {end:yyyy-MM-dd}.")
                : "No source tells of any contact or contract."
            : Text($"The relationship ends with the last contract, or the last contact where there was none{(latest is { } known ? Text($": {known:yyyy-MM-dd}") : ", and no source tells of one")}."));
        if (end > day)
        {
            return new(RelationshipStatus.InForce, end, steps);
        }

        if (sources.Where(source => source.Missing is not null).ToList() is { Count: > 0 } missing)
        {
            steps.Add($"{Names(missing)} may know of a later one and did not tell: whether it has ended is not known.");
            return new(RelationshipStatus.NotKnown, null, steps);
        }

        return end is null
            ? new(RelationshipStatus.NotKnown, null, steps)
            : new(RelationshipStatus.Ended, end, steps);
    }

    private static DateOnly? End(RelationshipRule? rule, DateOnly? latest) =>
        latest is { } last && rule?.Threshold is { } threshold ? threshold.After(last) : latest;

    private static string Told(SourceContact source)
    {
        if (source.Missing is { } reason)
        {
            return $"{source.Source} did not tell: {reason}";
        }

        var contact = source.LastContact is { } last ? Text($"latest contact {last:yyyy-MM-dd}") : "no contact";
        var contract = source switch
        {
            { ContractInForce: true, ContractEnds: { } ends } => Text($", a contract in force until {ends:yyyy-MM-dd}"),
            { ContractInForce: true } => ", a contract in force",
            { ContractInForce: false, ContractEnds: { } ended } => Text($", last contract ended {ended:yyyy-MM-dd}"),
            { ContractInForce: false } => ", no contract",
            _ => string.Empty,
        };
        return $"{source.Source}: {contact}{contract}.";
    }

    private static string Names(IEnumerable<SourceContact> sources) => string.Join(", ", sources.Select(source => source.Source));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
