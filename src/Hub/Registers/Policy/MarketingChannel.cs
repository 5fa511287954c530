namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>A way by which a person is marketed to.</summary>
/// <param name="Id">Its id: <c>email</c>, <c>sms</c>, <c>phone</c>, <c>post</c>, <c>web</c>.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Regime">What silence means.</param>
public sealed record MarketingChannel(string Id, LocalText Name, MarketingRegime Regime);
