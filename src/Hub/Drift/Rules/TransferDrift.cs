using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Drift.Rules;

/// <summary>Where sources lie against the register's rule for transfers.</summary>
internal sealed class TransferDrift : IDriftRule
{
    public IEnumerable<DriftFinding> Find(DriftSubject subject)
    {
        foreach (var source in subject.Sources)
        {
            var stewardship = source.Stewardship;
            if (stewardship.Country is { } country
                && TransferCheck.Of(subject.Pack.Transfers, country, stewardship.TransferMechanism, stewardship.TransferReason is not null) is { } mistake)
            {
                yield return new(
                    DriftKind.TransferNotAllowed,
                    source.Id,
                    $"The source '{source.Id}' lies where its data may not go: {mistake} In a source's file the safeguard stands under "
                        + "'transferMechanism' and the necessity under 'transferReason'.")
                {
                    Statements = subject.Pack.Transfers?.Statements ?? [],
                    Place = DriftPlace.InSource(source.Id, "country"),
                };
            }
            else if (OperatorOf(subject, source) is { } runs && stewardship.Country is { } place
                && Countries.InEconomicArea(place) != Countries.InEconomicArea(runs.Country))
            {
                yield return new(
                    DriftKind.OperatorElsewhere,
                    source.Id,
                    $"The source '{source.Id}' lies in {place}, and '{runs.Id}', who runs it, keeps data in {runs.Country} by the register's policy: only one of "
                        + "the two is inside the EU and the EEA. Find out where the data is, and write it in the source's file and under 'recipients'.")
                {
                    Statements = [.. runs.Statements, .. subject.Pack.Transfers?.Statements ?? []],
                    Place = DriftPlace.InSource(source.Id, "country"),
                };
            }
        }

        if (subject.Pack.Transfers is { Mode: TransferMode.Allowed } transfers && !Leaves(subject))
        {
            yield return new(
                DriftKind.TransferNotMade,
                "transfers",
                "The notice says that data is transferred outside the EU and the EEA, but no source and no recipient is there. "
                    + "Name the recipient with its country, or say in the notice that there are no transfers.")
            {
                Statements = transfers.Statements,
                Place = DriftPlace.InPack("transfers"),
            };
        }
    }

    private static Recipient? OperatorOf(DriftSubject subject, Source source) =>
        source.Stewardship.Operator.Recipient is { } recipient ? subject.Pack.FindRecipient(recipient) : null;

    private static bool Leaves(DriftSubject subject) => subject.Sources.Select(source => source.Stewardship.Country).OfType<string>()
        .Concat(subject.Pack.Recipients.Select(recipient => recipient.Country))
        .Any(country => !Countries.InEconomicArea(country));
}
