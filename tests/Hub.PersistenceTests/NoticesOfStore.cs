using PersonalDataHub.Hub.Registers;

namespace PersonalDataHub.Hub.PersistenceTests;

/// <summary>The notice of one register, as a configuration would tell it: a store has no configuration.</summary>
public sealed class NoticesOfStore : INoticesInForce
{
    public const string Register = "telecom";

    /// <summary>What is in force in the register.</summary>
    public NoticeInForce InForce { get; set; } = new("1f2e3d4c5b6a7988", "2018-05-25");

    public NoticeInForce? Of(string register, DateTimeOffset at) => register == Register ? InForce : null;
}
