namespace PersonalDataHub.Hub.Registers.Notices.Lint.Rules;

/// <summary>Storing or using data "cannot be forbidden", without a limit.</summary>
internal sealed class StorageProhibitionRule : INoticeRule
{
    private static readonly Wording prohibition = new(
        @"\b(ei|eivät)\b.*\b(voi|voida|saa)\b.*(kieltä|vastusta)\w*.*(tallen|säilyt)|(tallen|säilyt)\w*.*\b(ei|eivät)\b.*\b(voi|voida|saa)\b.*(kieltä|vastusta)|" +
        @"(cannot|can not|may not|not possible to)\b.*(forbid|prohibit|object|refuse|oppose)\w*.*(stor|keep|hold)|no right to (object|forbid).*(stor|keep|hold)");

    private static readonly Wording limit = new(@"\b(laki|lain|laissa|lakisäät\w*|niin kauan|kunnes|ellei|siltä osin|sopimuks\w*|sopimus\w*|oikeutet\w*|velvo\w*|sellais\w*)\b|\b(law|contract|until|as long as|unless|obligation|legitimate|required)\b");

    public IEnumerable<NoticeFinding> Check(NoticeDocument notice, DateOnly today) =>
        from sentence in notice.Sentences
        where prohibition.IsIn(sentence.Text) && !limit.IsIn(sentence.Text)
        select new NoticeFinding(
            sentence.Line,
            "storage-cannot-be-forbidden",
            FindingSeverity.Error,
            "The notice says that storing data cannot be forbidden, and names no limit to it",
            "What rests on legitimate interest may be objected to, and direct marketing always (GDPR Art. 21(1)-(3), 17(1))",
            "Say for which data and how long the contract or the law requires storing");
}
