using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants.Files;

namespace PersonalDataHub.Hub.Requests.Planning;

/// <summary>Plans one source's share of a restriction (GDPR Art. 18).</summary>
internal sealed class RestrictionShare(ScopeSelection selection)
{
    public IReadOnlyList<PlannedItem> Of(Register register, SourceFile file, RestrictionContent content) =>
        [.. selection.Of(register, file, content.Scope).SelectMany(one => one.Targets).Select(target => Item(file, target, Articles.Of(content.Ground)))];

    private static PlannedItem Item(SourceFile file, RecordTarget target, string article) =>
        file.Source.Supports(Ability.Restriction, target.RecordType)
            ? new()
            {
                Target = target, Fate = Fate.Restrict, Article = article, Reason = ByHand.ReasonFor(file.Source, Ability.Restriction, target.RecordType),
            }
            : new()
            {
                Target = target,
                Fate = Fate.HubEnforce,
                Article = article,
                Reason = "The source cannot restrict: the hub withholds it, but who works in the source itself still sees it.",
            };
}
