namespace PersonalDataHub.Hub.Requests.Deadlines;

/// <summary>
/// A question that the controller needs answered before it can act: who the person is (GDPR Art. 12(6)) or what is meant.
/// </summary>
/// <param name="AskedAt">When it was asked.</param>
/// <param name="AnsweredAt">When the answer was received; null while it is awaited.</param>
/// <param name="WithoutUndueDelay">
/// True when it was asked without undue delay, as the person who handles the request judges it. Only then the month runs from
/// the answer.
/// </param>
public sealed record DeadlineSuspension(DateTimeOffset AskedAt, DateTimeOffset? AnsweredAt, bool WithoutUndueDelay = true);
