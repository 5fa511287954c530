namespace PersonalDataHub.Hub.Registers.Notices.Lint.Rules;

/// <summary>No identifying data is collected, says one sentence; identification data is stored, says another.</summary>
internal sealed class IdentifyingDataRule : INoticeRule
{
    private static readonly Wording none = new(
        @"\b(ei|emme|eikä)\b.*(kerätä|kerää|tallenn|talleta|käsitel)\w*.*(tunnist|yksilöi|henkilötie)|" +
        @"(no|not|never)\b.*(data|information)\b.*(identif|personal)|(not|never) (collect|store|record)\w*.*(identif|personal)");

    private static readonly Wording stored = new(
        @"(tallennetaan|säilytetään|kerätään|kirjataan|tallentuu|talletetaan)\b.*(tunnistamistie|tunnistetie|ip-osoit|lokitie|laitetunn)|(tunnistamistie|tunnistetie|ip-osoit|lokitie)\w*.*(tallennetaan|säilytetään|kerätään|kirjataan|tallentuu)|" +
        @"(store|stored|collect|collected|log|logged|record|recorded)\b.*(identification data|ip address|log data|device id)|(identification data|ip address\w*|log data)\b.*(stored|collected|logged|recorded)");

    public IEnumerable<NoticeFinding> Check(NoticeDocument notice, DateOnly today)
    {
        var denial = notice.First(none);
        var storing = notice.Sentences.FirstOrDefault(sentence => stored.IsIn(sentence.Text) && !none.IsIn(sentence.Text));
        if (denial is not null && storing is not null)
        {
            yield return new(
                denial.Line,
                "identifying-data-contradiction",
                FindingSeverity.Error,
                $"No identifying data is said to be collected, but line {storing.LineOf(stored)} has such data stored",
                "IP addresses and identifiers are personal data where they can be linked (GDPR Art. 4(1), rec. 30)",
                "Tell which data is stored, why and how long, and take the denial out");
        }
    }
}
