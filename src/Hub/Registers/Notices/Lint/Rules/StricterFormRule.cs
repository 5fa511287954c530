namespace PersonalDataHub.Hub.Registers.Notices.Lint.Rules;

/// <summary>Requests have to be signed by hand, on paper or in person.</summary>
internal sealed class StricterFormRule : INoticeRule
{
    private static readonly Wording form = new(@"allekirjoit|omakäti|henkilökohtaisesti (paikan|käymällä)|\bsign(ed|ing|ature)?\b|by hand|\bnotari|in person\b");
    private static readonly Wording request = new(@"pyyn|pyyd|vaatim|tarkast|lomak|\brequests?\b|\bforms?\b|\bclaims?\b|\bappl(y|ication)\b");
    private static readonly Wording undertaking = new(@"salassapi|vaitiolo|sitoumu|sopimu|confidential|undertaking|contract|sign (in|up)|tyoento|työntek|employee|staff|poistu|unsubscri");

    private static readonly Wording none = new(@"\b(ei|eikä) (vaadi|tarvi|edellyt)|\b(not|no) (signature|required|demanded|needed)|\bno signature");

    public IEnumerable<NoticeFinding> Check(NoticeDocument notice, DateOnly today) =>
        from section in notice.Sections
        from sentence in section.Sentences
        where form.IsIn(sentence.Text) && !undertaking.IsIn(sentence.Text) && !none.IsIn(sentence.Text) && (section.IsAmongRights || request.IsIn(sentence.Text))
        select new NoticeFinding(
            sentence.LineOf(form),
            "form-stricter-than-law",
            FindingSeverity.Warning,
            "Requests have to be signed or made in a set form",
            "The GDPR sets no form: rights are to be made easy, and identity is asked for only on reasonable doubt (GDPR Art. 12(2), 12(6))",
            "Take requests in any way they come; offer the form as one way among others");
}
