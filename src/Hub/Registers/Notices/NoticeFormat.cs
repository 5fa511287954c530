namespace PersonalDataHub.Hub.Registers.Notices;

/// <summary>How a notice is written down.</summary>
internal enum NoticeFormat
{
    /// <summary>Lines and nothing else.</summary>
    PlainText,

    /// <summary>Markdown with the usual tables.</summary>
    Markdown,

    /// <summary>A page or a part of one.</summary>
    Html,
}
