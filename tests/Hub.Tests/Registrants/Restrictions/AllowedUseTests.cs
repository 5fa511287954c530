using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants.Restrictions;

namespace PersonalDataHub.Hub.Tests.Registrants.Restrictions;

/// <summary>The whole table of GDPR Art. 18(2): every ground with every use.</summary>
public sealed class AllowedUseTests
{
    public static TheoryData<RestrictionGround, RestrictedUse> Cases() =>
        [.. from ground in Enum.GetValues<RestrictionGround>()
            from use in Enum.GetValues<RestrictedUse>()
            select (ground, use)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Allows_Should_LeaveOnlyWhatTheLawLeaves_When_DataIsRestricted(RestrictionGround ground, RestrictedUse use) =>
        AllowedUse.Allows(ground, use).ShouldBe(use is
            RestrictedUse.Storage or RestrictedUse.Rights or RestrictedUse.LegalClaims
            or RestrictedUse.Consent or RestrictedUse.Protection or RestrictedUse.PublicInterest);

    [Theory]
    [InlineData(RestrictionGround.AccuracyContested, true)]
    [InlineData(RestrictionGround.UnlawfulProcessing, false)]
    [InlineData(RestrictionGround.NeededForLegalClaims, false)]
    [InlineData(RestrictionGround.ObjectionPending, true)]
    public void MayRetentionErase_Should_KeepIt_When_ThePersonWantsItKept(RestrictionGround ground, bool may) =>
        AllowedUse.MayRetentionErase(ground).ShouldBe(may);
}
