using System.CommandLine;

namespace PersonalDataHub.Hub.Commands.Notices;

/// <summary>Works on privacy notices as files; asks no hub.</summary>
internal static class NoticeCommand
{
    /// <summary>Nothing to report, or nothing that the law asks to be otherwise.</summary>
    public const int Clean = 0;

    /// <summary>At least one finding is an error.</summary>
    public const int Found = 1;

    /// <summary>A file cannot be read, or the command was not understood.</summary>
    public const int Usage = 2;

    public static Command Create() => new("notice", "Checks privacy notices and drafts policy packs from them.")
    {
        NoticeLintCommand.Create(),
        NoticeDraftCommand.Create(),
        DocumentCommand.Notice(),
    };
}
