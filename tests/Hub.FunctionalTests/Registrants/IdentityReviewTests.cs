using PersonalDataHub.DemoSources.Telecom;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Registrants;

/// <summary>What a person decides about identities is kept, and the next search respects it.</summary>
public sealed class IdentityReviewTests(SharedHub shared) : IClassFixture<SharedHub>
{
    private const string Calls = """
        candidates { id kind value source { id } }
        registrant { id identities { id kind value confirmed method } callRecords { nodes { id startedAt } } customers { nodes { customerNumber } } }
        """;

    private const string Confirm = """
        mutation($input: ConfirmIdentityLinkInput!) {
          confirmIdentityLink(input: $input) { decidedIdentity { registrantId } errors { __typename ... on Error { message } } }
        }
        """;

    private const string Separate = """
        mutation($input: SeparateIdentitiesInput!) {
          separateIdentities(input: $input) { decidedIdentity { registrantId } errors { ... on Error { message } } }
        }
        """;

    private readonly TestHub hub = shared.Hub;

    [Fact]
    public async Task ConfirmIdentityLink_Should_BringCallsWithinValidity_When_PhoneIsConfirmed()
    {
        // arrange
        var before = await hub.FindAsync(new { customerId = AwkwardCases.PhoneBefore }, Calls);
        var candidate = before.Items("candidates").Single(one => one.Text("source.id") == "call-recordings");

        // act
        var answer = await hub.DataAsync(Confirm, Input(before.Text("registrant.id"), "candidate", candidate.Text("id")));
        var after = await hub.FindAsync(new { customerId = AwkwardCases.PhoneBefore }, Calls);

        // assert
        answer.At("confirmIdentityLink.errors").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        after.Items("registrant.callRecords.nodes").Count.ShouldBeGreaterThan(before.Items("registrant.callRecords.nodes").Count);
        after.Items("registrant.callRecords.nodes").ShouldAllBe(call => call.At("startedAt").GetDateTimeOffset().Year < 2025
            || call.At("startedAt").GetDateTimeOffset() < new DateTimeOffset(2025, 7, 1, 0, 0, 0, TimeSpan.Zero));
        after.Items("registrant.customers.nodes").ShouldHaveSingleItem().Text("customerNumber").ShouldBe(AwkwardCases.PhoneBefore);
    }

    [Fact]
    public async Task SeparateIdentities_Should_BeRemembered_When_TheCandidateIsSomebodyElse()
    {
        // arrange
        var before = await hub.FindAsync(new { customerId = AwkwardCases.FamilyFirst }, Calls);
        var candidate = before.Items("candidates").Single(one => one.Text("value") == AwkwardCases.FamilySecond);

        // act
        await hub.DataAsync(Separate, Input(before.Text("registrant.id"), "identity", candidate.Text("id")));
        var after = await hub.FindAsync(new { customerId = AwkwardCases.FamilyFirst }, Calls);

        // assert
        after.Items("candidates").ShouldNotContain(one => one.Text("value") == AwkwardCases.FamilySecond);
    }

    [Fact]
    public async Task SeparateIdentities_Should_PartTwoNumbers_When_TheyWereTakenForOnePerson()
    {
        // arrange
        var before = await hub.FindAsync(new { customerId = AwkwardCases.TwoNumbersFirst }, Calls);
        var second = before.Items("registrant.identities").Single(one => one.Text("value") == AwkwardCases.TwoNumbersSecond);

        // act
        await hub.DataAsync(Separate, Input(before.Text("registrant.id"), "identity", second.Text("id")));
        var first = await hub.FindAsync(new { customerId = AwkwardCases.TwoNumbersFirst }, Calls);
        var other = await hub.FindAsync(new { customerId = AwkwardCases.TwoNumbersSecond }, Calls);

        // assert
        first.Texts("registrant.customers.nodes", "customerNumber").ShouldBe([AwkwardCases.TwoNumbersFirst]);
        other.Texts("registrant.customers.nodes", "customerNumber").ShouldBe([AwkwardCases.TwoNumbersSecond]);
        first.Text("registrant.id").ShouldNotBe(other.Text("registrant.id"));
    }

    [Fact]
    public async Task ConfirmIdentityLink_Should_BeRefused_When_IdentityCodesContradict()
    {
        // arrange
        var one = await hub.FindAsync(new { customerId = AwkwardCases.CenturySignHyphen }, Calls);
        var other = await hub.FindAsync(new { customerId = AwkwardCases.CenturySignLetter }, Calls);
        var number = other.Items("registrant.identities").First(identity => identity.Text("value") == AwkwardCases.CenturySignLetter);

        // act
        var answer = await hub.DataAsync(Confirm, Input(one.Text("registrant.id"), "candidate", number.Text("id")));

        // assert
        answer.Items("confirmIdentityLink.errors").ShouldHaveSingleItem().Text("message")!.ShouldContain("different identity codes");
    }

    private static object Input(string? registrant, string name, string? identity) => new
    {
        input = new Dictionary<string, string?>
        {
            ["register"] = "telecom", ["registrant"] = registrant, [name] = identity, ["reason"] = "Looked at both records.",
        },
    };
}
