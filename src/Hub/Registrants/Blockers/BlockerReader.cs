using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registrants.Blockers;

/// <summary>Finds out from the sources' facts which of a register's erasure blockers hold for a person.</summary>
/// <remarks>What a source could not tell is never taken for lifted: the blocker then keeps data, and says that it is not known.</remarks>
internal sealed class BlockerReader(ReadFacts readFacts)
{
    /// <summary>How each rule stands, in the rules' order; every source is asked once for all its facts.</summary>
    /// <param name="rules">The rules of the register's pack that matter.</param>
    /// <param name="sources">All sources of the register.</param>
    /// <param name="identitiesAt">
    /// The person's identities at a source; empty when it certainly knows none, null when that is not certain.
    /// </param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<ErasureBlocker>> ReadAsync(
        IReadOnlyList<BlockerRule> rules,
        IReadOnlyList<Source> sources,
        Func<Source, IReadOnlyList<SubjectIdentity>?> identitiesAt,
        CancellationToken cancellationToken)
    {
        var asked = rules.Where(rule => rule.Fact is not null)
            .SelectMany(rule => TellersOf(rule, sources).Select(source => (source, Fact: rule.Fact!)))
            .ToLookup(one => one.source, one => one.Fact);
        var answers = await Task.WhenAll(asked.Select(async one => (
            one.Key.Id, Told: await AskAsync(one.Key, [.. one.Distinct(StringComparer.Ordinal)], identitiesAt(one.Key), cancellationToken).ConfigureAwait(false))))
            .ConfigureAwait(false);
        var told = answers.ToDictionary(answer => answer.Id, answer => answer.Told, StringComparer.Ordinal);
        return [.. rules.Select(rule => Of(rule, sources, told))];
    }

    /// <summary>
    /// The sources that are asked for a rule's fact: those that it names, or all that can tell it. One that never said what
    /// it can tell might.
    /// </summary>
    public static IReadOnlyList<Source> TellersOf(BlockerRule rule, IEnumerable<Source> sources) => rule.Fact is not { } fact ? [] :
        [.. sources.Where(source => RuleCoverage.CoversSource(rule.FactSources, source.Id)
            && (source.Descriptor is not { } descriptor || descriptor.Facts.Contains(fact)))];

    private async Task<FactAnswer> AskAsync(
        Source source, IReadOnlyList<string> facts, IReadOnlyList<SubjectIdentity>? identities, CancellationToken cancellationToken)
    {
        if (source.Descriptor is null || source.State != SourceState.Active)
        {
            return new(null, $"The source '{source.Id}' cannot be asked: {source.Reason ?? "it is switched off."}");
        }

        switch (identities)
        {
            case null:
                return new(null, $"It is not certain by what the source '{source.Id}' knows the person.");
            case []:
                return new([], null);
        }

        var call = await readFacts(source, new(identities, facts), cancellationToken).ConfigureAwait(false);
        return call.Answered ? new(call.Value.Facts, null) : new(null, $"The source '{source.Id}' did not answer: {call.Failure.Message}");
    }

    private static ErasureBlocker Of(BlockerRule rule, IReadOnlyList<Source> sources, IReadOnlyDictionary<string, FactAnswer> told)
    {
        var blocker = new ErasureBlocker
        {
            Rule = rule.Id,
            Kind = rule.Kind,
            Name = rule.Name.En,
            State = BlockerState.Holds,
            Fact = rule.Fact,
            LiftedBy = rule.LiftedBy.En,
            Article = rule.Article,
            Statements = rule.Statements,
        };
        if (rule.Fact is null)
        {
            return blocker;
        }

        var tellers = TellersOf(rule, sources);
        if (tellers.Count == 0)
        {
            return blocker with
            {
                State = BlockerState.NotKnown,
                NotKnownBecause = $"No source of the register tells the fact '{rule.Fact}' that the blocker '{rule.Id}' asks for ({PlaceOf(rule, sources)}); "
                    + "map it in a source's file, or take the blocker out.",
            };
        }

        var answers = tellers.Select(source => (source.Id, Answer: told[source.Id], Fact: told[source.Id].Facts?.FirstOrDefault(fact => fact.Name == rule.Fact))).ToList();
        var holding = answers.Where(one => one.Fact is { Holds: true }).ToList();
        var silent = answers.Where(one => one.Answer.Failure is not null).ToList();
        return holding.Count > 0
            ? blocker with { At = holding.Exists(one => one.Fact!.At is null) ? null : holding.Max(one => one.Fact!.At), ToldBy = [.. holding.Select(one => one.Id)] }
            : silent.Count > 0
                ? blocker with { State = BlockerState.NotKnown, NotKnownBecause = string.Join(' ', silent.Select(one => one.Answer.Failure)) }
                : blocker with { State = BlockerState.DoesNotHold, ToldBy = [.. answers.Where(one => one.Fact is not null).Select(one => one.Id)] };
    }

    private static string PlaceOf(BlockerRule rule, IReadOnlyList<Source> sources) =>
        $"{(sources.Count > 0 ? $"{sources[0].Register}/" : "")}{RegisterReader.FileName}{(rule.Line > 0 ? $", line {rule.Line}" : "")}";

    /// <param name="Facts">What was told; empty when the source knows nobody of these identities.</param>
    /// <param name="Failure">Why nothing was told.</param>
    private sealed record FactAnswer(IReadOnlyList<SourceFact>? Facts, string? Failure);
}
