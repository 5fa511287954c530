using PersonalDataHub.Hub.Registers.Retention;

namespace PersonalDataHub.Hub.Registers;

/// <summary>Under which words a decision was taken: kept with it, so that it can be judged by them later (GDPR Art. 5(2)).</summary>
/// <param name="PackVersion">The version of the register's policy.</param>
/// <param name="Notice">The id of the notice's version that applied on the day; null when there was none yet.</param>
public sealed record NoticeInForce(string PackVersion, string? Notice)
{
    /// <summary>The words in force at a moment; days are counted in Finland.</summary>
    public static NoticeInForce Of(Register register, DateTimeOffset at) =>
        new(register.Pack.Version, register.Pack.NoticeOn(RetentionDay.Of(at))?.Id);
}
