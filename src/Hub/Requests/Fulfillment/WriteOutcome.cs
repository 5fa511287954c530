using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>What a source's answer makes of an item.</summary>
internal static class WriteOutcome
{
    /// <param name="item">The item, changed by this.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="kind">What was asked.</param>
    /// <param name="told">When the source was told.</param>
    /// <param name="readableFrom">When the source's description says that the effect can be read back.</param>
    /// <param name="pollAfter">When to ask about pending work of which the source does not say when.</param>
    /// <param name="seal">Seals the token of pending work.</param>
    public static void Apply(
        TaskItemRow item,
        WriteItem answer,
        DataSubjectRequestKind kind,
        DateTimeOffset told,
        DateTimeOffset readableFrom,
        DateTimeOffset pollAfter,
        Func<string, byte[]> seal)
    {
        switch (answer)
        {
            case WriteDone done:
                (item.Outcome, item.VerifiableFrom) = (Outcome.Applied, Later(done.VerifiableFrom, readableFrom));
                break;
            case WritePending pending:
                (item.Outcome, item.VerifiableFrom) = (Outcome.Deferred, Later(pending.VerifiableFrom ?? pollAfter, readableFrom));
                item.Token = seal(pending.Token);
                break;
            case WriteManual manual:
                // Stays open, and is not told to the source again.
                (item.Fate, item.Reason) = (Fate.Manual, manual.Instruction);
                return;
            case WriteConflict conflict:
                (item.Outcome, item.Reason) = (Outcome.Conflict, conflict.Reason);
                break;
            case WriteRetained retained:
                (item.Outcome, item.Reason) = (Outcome.Retained, retained.Ground);
                (item.Until, item.LiftedBy) = (retained.Until, retained.LiftedBy);
                break;
            case WriteNotHeld:
                item.Outcome = Outcome.NotHeld;
                break;
            case WriteUnsupported without when kind is DataSubjectRequestKind.Restriction or DataSubjectRequestKind.RestrictionLift:
                (item.Outcome, item.Reason) = (Outcome.HubEnforcedOnly, without.Reason);
                break;
            case WriteUnsupported unsupported:
                (item.Outcome, item.Reason) = (Outcome.Unsupported, unsupported.Reason);
                break;
        }

        item.OutcomeAt = told;
    }

    private static DateTimeOffset Later(DateTimeOffset? said, DateTimeOffset described) => said > described ? said.Value : described;
}
