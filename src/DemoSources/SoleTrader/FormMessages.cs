using PersonalDataHub.DemoSources.Mail;
using PersonalDataHub.DemoSources.People;

namespace PersonalDataHub.DemoSources.SoleTrader;

/// <summary>What came through the contact form of the sole trader's web site.</summary>
internal sealed class FormMessages(MaildirWriter mail, DateTimeOffset now)
{
    public void Write(Individual person, SeededDice dice)
    {
        var wrote = person.Id switch
        {
            SoleTraderCases.ShownFirst => 2,
            SoleTraderCases.AskedOnly or SoleTraderCases.NoMarketing => 1,
            _ => !person.Who.Plain && dice.Percent(25) ? 1 : 0,
        };
        for (var message = wrote; message > 0; message--)
        {
            mail.DeliverForm(
                LocalTime.Seconds(now.AddDays(-dice.Between(2, 200)).AddMinutes(-message)), $"{person.Who.GivenName} <{person.Email}>".Normalize(),
                dice.Pick(["Yhteydenottopyyntö", "Palaute", "Tarjouspyyntö"]), "Hei! Pyydän tarjousta uusista verkkosivuista.", seen: dice.Percent(80));
        }
    }

    /// <summary>A message that nobody can answer: kept, and marked so.</summary>
    public void WriteUnanswerable() =>
        mail.DeliverForm(LocalTime.Seconds(now.AddDays(-9)), replyTo: null, "Palaute", "Sivut ovat hitaat. En halua vastausta.", seen: true);
}
