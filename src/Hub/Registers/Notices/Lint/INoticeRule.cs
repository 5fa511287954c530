namespace PersonalDataHub.Hub.Registers.Notices.Lint;

/// <summary>Looks for one sort of defect, or for a family of them.</summary>
internal interface INoticeRule
{
    /// <param name="notice">The notice as read.</param>
    /// <param name="today">The day on which acts of law have to be in force.</param>
    IEnumerable<NoticeFinding> Check(NoticeDocument notice, DateOnly today);
}
