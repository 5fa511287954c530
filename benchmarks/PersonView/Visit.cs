namespace PersonalDataHub.PersonView;

/// <summary>A visit to the web site, as its log has it.</summary>
public sealed record Visit(DateTimeOffset At, string Page, string? Referrer, string Browser, int Seconds);
