using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants.Blockers;
using PersonalDataHub.Hub.Registrants.Files;

namespace PersonalDataHub.Hub.Requests.Planning;

/// <summary>Plans one source's share of a request from what it holds now.</summary>
internal sealed class SharePlanner(
    RectificationShare rectification, RestrictionShare restriction, LiftShare lift, ErasureShare erasure, IDueDivision? division = null)
{
    /// <summary>What a task at the source touches; empty when there is nothing to do there.</summary>
    /// <param name="register">The register.</param>
    /// <param name="file">What the source holds.</param>
    /// <param name="content">What is asked.</param>
    /// <param name="blockers">How the register's erasure blockers stand for the person; of no account but for an erasure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ShareNotPlannedException">The source did not say what it would do.</exception>
    public async Task<IReadOnlyList<PlannedItem>> PlanAsync(
        Register register,
        SourceFile file,
        RequestContent content,
        IReadOnlyList<ErasureBlocker> blockers,
        CancellationToken cancellationToken) => content switch
    {
        RectificationContent correct => rectification.Of(register, file, correct),
        RestrictionContent restrict => restriction.Of(register, file, restrict),
        RestrictionLiftContent end => await lift.PlanAsync(register, file, end, cancellationToken).ConfigureAwait(false),
        ErasureContent { Scope: Scope.Due } due => await DueAsync(register, file, due, blockers, cancellationToken).ConfigureAwait(false),
        ErasureContent erase => await erasure.PlanAsync(register, file, erase, blockers, cancellationToken).ConfigureAwait(false),
        _ => throw new ArgumentOutOfRangeException(nameof(content), content.Kind, "The set of requests is closed."),
    };

    private async Task<IReadOnlyList<PlannedItem>> DueAsync(
        Register register, SourceFile file, ErasureContent content, IReadOnlyList<ErasureBlocker> blockers, CancellationToken cancellationToken)
    {
        var targets = division is null ? [] : await division.OfAsync(register, file, cancellationToken).ConfigureAwait(false);
        return await erasure.PlanAsync(register, file, content with { Scope = new Scope.Chosen(targets) }, blockers, cancellationToken).ConfigureAwait(false);
    }
}
