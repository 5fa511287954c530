namespace PersonalDataHub.Hub.Registrants;

/// <summary>A span of a recording in which somebody else is spoken of: silent whenever it is handed out (GDPR Art. 15(4)).</summary>
/// <param name="Id">Its id.</param>
/// <param name="From">From where, counted from the beginning.</param>
/// <param name="To">To where.</param>
/// <param name="By">Who redacted it.</param>
/// <param name="At">When.</param>
public sealed record RecordingRedaction(Guid Id, TimeSpan From, TimeSpan To, string By, DateTimeOffset At);
