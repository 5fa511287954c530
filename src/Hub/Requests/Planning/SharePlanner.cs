using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants.Files;

namespace PersonalDataHub.Hub.Requests.Planning;

/// <summary>Plans one source's share of a request from what it holds now.</summary>
internal sealed class SharePlanner(
    RectificationShare rectification, RestrictionShare restriction, LiftShare lift, ErasureShare erasure, IDueDivision? division = null)
{
    /// <summary>What a task at the source touches; empty when there is nothing to do there.</summary>
    /// <exception cref="ShareNotPlannedException">The source did not say what it would do.</exception>
    public async Task<IReadOnlyList<PlannedItem>> PlanAsync(
        Register register, SourceFile file, RequestContent content, CancellationToken cancellationToken) => content switch
    {
        RectificationContent correct => rectification.Of(register, file, correct),
        RestrictionContent restrict => restriction.Of(register, file, restrict),
        RestrictionLiftContent end => await lift.PlanAsync(register, file, end, cancellationToken).ConfigureAwait(false),
        ErasureContent { Scope: Scope.Due } due => await DueAsync(register, file, due, cancellationToken).ConfigureAwait(false),
        ErasureContent erase => await erasure.PlanAsync(register, file, erase, cancellationToken).ConfigureAwait(false),
        _ => throw new ArgumentOutOfRangeException(nameof(content), content.Kind, "The set of requests is closed."),
    };

    private async Task<IReadOnlyList<PlannedItem>> DueAsync(
        Register register, SourceFile file, ErasureContent content, CancellationToken cancellationToken)
    {
        var targets = division is null ? [] : await division.OfAsync(register, file, cancellationToken).ConfigureAwait(false);
        return await erasure.PlanAsync(register, file, content with { Scope = new Scope.Chosen(targets) }, cancellationToken).ConfigureAwait(false);
    }
}
