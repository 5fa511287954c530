namespace PersonalDataHub.Hub.Registers.Notices;

/// <summary>A file is no notice that can be read; the message completes "the file …".</summary>
internal sealed class NoticeUnreadableException(string message) : Exception(message);
