using System.Globalization;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Documents;
using PersonalDataHub.Hub.Registers.Policy;
using PersonalDataHub.Hub.Registers.Retention;
using PersonalDataHub.Hub.Requests.Fulfillment;

namespace PersonalDataHub.Hub.Requests.Letters;

/// <summary>
/// The answer to a request in writing (GDPR Art. 12(3), (4)): who answers, what was done, what was not and why, under which
/// notice, and where to complain. It holds names of record types and fields, never a value.
/// </summary>
public sealed class OutcomeLetter
{
    private readonly Register register;
    private readonly DataSubjectRequest request;
    private readonly PackPhrases phrases;

    private OutcomeLetter(Register register, DataSubjectRequest request, string language) =>
        (this.register, this.request, phrases) = (register, request, new PackPhrases(language));

    /// <summary>Writes the letter; null while the request cannot be answered.</summary>
    /// <param name="register">The request's register.</param>
    /// <param name="request">The request.</param>
    /// <param name="language"><c>fi</c> or <c>en</c>.</param>
    /// <param name="asHtml">As a page of its own; otherwise as Markdown.</param>
    /// <param name="now">The moment it is written.</param>
    public static string? Write(Register register, DataSubjectRequest request, string language, bool asHtml, DateTimeOffset now)
    {
        if (request.EndedAt is null && !request.Answerable)
        {
            return null;
        }

        var letter = new OutcomeLetter(register, request, language);
        DocumentSection[] sections =
        [
            new PackSections(register, letter.phrases).Controller(), letter.Asked(), letter.Done(), letter.NotDone(), letter.Under(now),
            letter.Remedies(now),
        ];
        var title = $"{letter.phrases.Say("Vastaus pyyntöön", "Answer to a request")}: {letter.phrases.Say(register.Names)}";
        var document = new PolicyDocument(letter.phrases.Language, title, [.. sections.Where(section => section.Blocks.Count > 0)]);
        return asHtml ? HtmlDocument.Write(document) : MarkdownDocument.Write(document);
    }

    private DocumentSection Asked() => new(phrases.Say("Pyyntö", "The request"),
    [
        DocumentBlock.List(
        [
            $"{phrases.Say("Mitä pyydettiin", "What was asked")}: {phrases.Kind(request.Kind)}",
            $"{phrases.Say("Saapui", "Received")}: {phrases.Day(RetentionDay.Of(request.ReceivedAt))}",
            .. request.Reference is { } reference ? [$"{phrases.Say("Viite", "Reference")}: {reference}"] : Array.Empty<string>(),
            $"{phrases.Say("Tunnus", "Id")}: {request.Id}",
            $"{phrases.Say("Tulos", "Outcome")}: {phrases.Status(request.Status)}",
        ]),
    ]);

    private DocumentSection Done() => PackSections.Table(
        phrases.Say("Mitä tehtiin", "What was done"),
        [phrases.Say("Järjestelmä", "System"), phrases.Say("Tieto", "Data"), phrases.Say("Tulos", "Outcome"), phrases.Say("Tietueita", "Records")],
        from task in request.Tasks
        from item in task.Items
        where IsDone(item)
        group item by (task.Source, What: What(item), item.Outcome) into same
        select PackSections.Row(same.Key.Source, same.Key.What, phrases.Outcome(same.Key.Outcome), same.Count().ToString(CultureInfo.InvariantCulture)));

    private DocumentSection NotDone() => PackSections.Table(
        phrases.Say("Mitä ei tehty ja miksi", "What was not done, and why"),
        [
            phrases.Say("Järjestelmä", "System"), phrases.Say("Tieto", "Data"), phrases.Say("Tulos", "Outcome"), phrases.Say("Miksi", "Why"),
            phrases.Say("Säännös", "Provision"), phrases.Say("Mihin asti", "Until"),
        ],
        from task in request.Tasks
        from item in task.Items
        where !IsDone(item)
        group item by (task.Source, What: What(item), item.Outcome, Why: Why(item), item.Article, item.Until, item.LiftedBy) into same
        select PackSections.Row(
            same.Key.Source,
            same.Key.What,
            phrases.Outcome(same.Key.Outcome),
            same.Key.Why,
            same.Key.Article ?? string.Empty,
            PackSections.Joined(same.Key.Until is { } day ? phrases.Day(day) : null, same.Key.LiftedBy)));

    private DocumentSection Under(DateTimeOffset now)
    {
        var notice = register.Pack.Notices.FirstOrDefault(version => version.Id == request.Plan.Notice);
        return new(phrases.Say("Päätöksen perusta", "What the decision rests on"), PackSections.Filled(
            DocumentBlock.Paragraph(notice is null ? string.Empty : phrases.Say(
                $"Päätös tehtiin selosteen version {notice.Id} mukaan: {phrases.Say(notice.Title)}.",
                $"The decision was taken under version {notice.Id} of the notice: {phrases.Say(notice.Title)}.")),
            DocumentBlock.Paragraph($"{phrases.Say("Päivätty", "Dated")} {phrases.Day(RetentionDay.Of(now))}.")));
    }

    private DocumentSection Remedies(DateTimeOffset now)
    {
        var complaint = RightsOfPack.Complaint(phrases, RetentionDay.Of(now));
        return complaint with
        {
            Blocks =
            [
                .. complaint.Blocks,
                DocumentBlock.Paragraph(phrases.Say(
                    "Päätöksen voi myös saattaa tuomioistuimen ratkaistavaksi (79 artikla).",
                    "You may also turn to a court (Art. 79).")),
            ],
        };
    }

    private static bool IsDone(TaskItem item) =>
        item.Outcome is Outcome.Verified or Outcome.Applied or Outcome.NotHeld or Outcome.HubEnforcedOnly;

    private static string What(TaskItem item) => item.Field is null ? item.RecordType : $"{item.RecordType}.{item.Field}";

    private string Why(TaskItem item)
    {
        var said = item.Statements.Select(register.Pack.FindStatement).OfType<Statement>().Select(phrases.Say).Distinct();
        return string.Join(' ', [.. item.Reason is { } reason ? [PackPhrases.Sentence(reason)] : Array.Empty<string>(), .. said]);
    }
}
