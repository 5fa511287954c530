using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Connectors.Paper;

/// <summary>Says what the custodian has to do, and what evidence to give of it; no personal data.</summary>
internal sealed class PaperTasks(PaperSettings settings)
{
    public WriteManual Correct(PaperDocument document, string field) => new(
        $"{Find(document)} Correct '{field}' on the paper and in its line of the archive's index, as this task says. Attach a photo of the "
        + "corrected page, with everything else on it covered.");

    public WriteManual Restrict(PaperDocument document, bool restricted) => new(restricted
        ? $"{Find(document)} Mark it as restricted so that nobody uses it, write 'yes' in the column '{settings.Columns.Restricted}' of its line "
            + "of the archive's index, and attach a photo of the mark."
        : $"{Find(document)} Take the mark of restriction off, write 'no' in the column '{settings.Columns.Restricted}' of its line of the "
            + "archive's index, and attach a photo of the cover without the mark.");

    public WriteManual Erase(PaperDocument document) => new(
        $"{Find(document)} Destroy what is about this person, copies too, and remove its line from the archive's index. Attach the certificate "
        + "of destruction. Where the folder is also about others, take out or black out this person's part only.");

    public WriteManual Erase(PaperDocument document, string field) => new(
        $"{Find(document)} Make '{field}' unreadable on the paper and empty it in its line of the archive's index. Attach a photo of the page, "
        + "with everything else on it covered.");

    // A number or shelf mark that is made of the customer number must not travel in an instruction.
    private string Find(PaperDocument document)
    {
        var named = Harmless(document, document.Number) is { } number ? $"document {number}" : "the document that this task is about";
        var place = Harmless(document, document.Place) is { } shelf ? $", {shelf}" : string.Empty;
        return $"Ask the custodian, {settings.Custodian} ({settings.CustodianContact}), for {named} at {settings.Location}{place}.";
    }

    private static string? Harmless(PaperDocument document, string? text) =>
        text is null || text.Contains(document.Customer, StringComparison.OrdinalIgnoreCase) ? null : text;
}
