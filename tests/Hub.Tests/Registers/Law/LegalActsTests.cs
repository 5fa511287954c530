using PersonalDataHub.Hub.Registers.Law;

namespace PersonalDataHub.Hub.Tests.Registers.Law;

public sealed class LegalActsTests
{
    [Theory]
    [InlineData("Personal Data Act (523/1999) s. 26", "2018-01-04", true)]
    [InlineData("Personal Data Act (523/1999) s. 26", "2018-12-31", true)]
    [InlineData("Personal Data Act (523/1999) s. 26", "2019-01-01", false)]
    [InlineData("GDPR Art. 15", "2018-05-24", false)]
    [InlineData("GDPR Art. 15", "2018-05-25", true)]
    [InlineData("Data Protection Act 1050/2018 s. 29", "2018-12-31", false)]
    [InlineData("personal-data-act", "2010-01-01", true)]
    [InlineData("Act of Nowhere 1/1900", "2026-01-01", null)]
    [Requirement("S1-07")]
    public void InForce_Should_TellByTheDay_When_ACitationNamesAnAct(string citation, string day, bool? inForce) =>
        LegalActs.InForce(citation, DateOnly.Parse(day)).ShouldBe(inForce);
}
