using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Drift.Rules;

/// <summary>Who runs sources and gets data, against the recipients and agreements of the policy.</summary>
internal sealed class AgreementDrift : IDriftRule
{
    public IEnumerable<DriftFinding> Find(DriftSubject subject)
    {
        foreach (var source in subject.Sources.Where(source => source.Stewardship.Operator.Recipient is not null))
        {
            if (OfOperator(subject, source, source.Stewardship.Operator) is { } finding)
            {
                yield return finding with { Place = DriftPlace.InSource(source.Id, "operator") };
            }
        }

        foreach (var recipient in subject.Pack.Recipients)
        {
            if (recipient is { Kind: RecipientKind.Processor, Agreement: null })
            {
                yield return InPack(
                    DriftKind.AgreementMissing,
                    recipient,
                    $"The processor '{recipient.Id}' has no agreement, which the law asks for (GDPR Art. 28(3)). Name it under 'agreement', or take the processor away.");
            }

            if (recipient is { Kind: RecipientKind.Processor or RecipientKind.Controller, Fields.Count: 0, Categories.Count: 0 })
            {
                yield return InPack(
                    DriftKind.RecipientWithoutFields,
                    recipient,
                    $"The policy does not say which data '{recipient.Id}' gets, so it may get none. Name its 'fields' or 'categories'.");
            }
        }
    }

    private static DriftFinding? OfOperator(DriftSubject subject, Source source, SourceOperator runs) => subject.Pack.FindRecipient(runs.Recipient!) switch
    {
        null => new(
            DriftKind.OperatorNotNamed,
            source.Id,
            $"The source '{source.Id}' is run by '{runs.Recipient}', whom the register does not name among its recipients (GDPR Art. 13(1)(e)). "
                + "Add it under 'recipients' and to the notice."),
        { } recipient when runs.Agreement is { } written && recipient.Agreement is { } agreed && written != agreed.Reference => new(
            DriftKind.AgreementDiffers,
            source.Id,
            $"The source '{source.Id}' names the agreement '{written}' with '{recipient.Id}', the register's policy '{agreed.Reference}'. Find out which holds and write it in both.")
        {
            Statements = recipient.Statements,
        },
        _ => null,
    };

    private static DriftFinding InPack(DriftKind kind, Recipient recipient, string message) => new(kind, recipient.Id, message)
    {
        Statements = recipient.Statements,
        Place = DriftPlace.InPack("recipients", recipient.Id),
    };
}
