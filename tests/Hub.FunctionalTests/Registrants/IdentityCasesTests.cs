using System.Text.Json;
using PersonalDataHub.DemoSources.Telecom;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Registrants;

/// <summary>Every kind of identity finds the right person, and no two people are ever merged; run once per kind of database.</summary>
public abstract class IdentityCasesTests(SharedHub shared)
{
    private const string Who = """
        conclusive
        candidates { kind value issuer sharedKinds reason records source { id } }
        registrant {
          id
          identities { kind value issuer confirmed method }
          profile { familyName { value agreement held { value source { id } } } formerNames { value } birthDate { value agreement } emails { value } postalAddresses { agreement } }
          customers { nodes { customerNumber } }
          billingAccounts { nodes { accountNumber customerNumber } }
          callRecords { nodes { id } }
          visits { nodes { id } }
        }
        """;

    private readonly TestHub hub = shared.Hub;

    [Theory]
    [InlineData(AwkwardCases.CenturySignHyphen, "010170-901K")]
    [InlineData(AwkwardCases.CenturySignLetter, "010170Y901K")]
    [Requirement("S0-16")]
    public async Task FindRegistrant_Should_TellPeopleApart_When_IdentityCodesDifferInTheSignOnly(string customer, string code)
    {
        // act
        var search = await hub.FindAsync(ByIdentity("identityCode", code), Who);

        // assert
        CustomersOf(search).ShouldBe([customer]);
        search.Items("registrant.identities").ShouldAllBe(identity => identity.Text("value") != code);
    }

    [Fact]
    public async Task FindRegistrant_Should_RefuseCodeWithoutSign_When_AskedByIt()
    {
        var answer = await hub.SendAsync(Query(Who), new { by = ByIdentity("identityCode", "010170901K") });

        answer.Items("errors").ShouldHaveSingleItem().Text("extensions.code").ShouldBe("MALFORMED_IDENTITY");
        answer.ToString().ShouldNotContain("010170901K");
    }

    [Theory]
    [InlineData(AwkwardCases.FamilyFirst, AwkwardCases.FamilySecond)]
    [InlineData(AwkwardCases.FamilySecond, AwkwardCases.FamilyFirst)]
    public async Task FindRegistrant_Should_GiveCandidateNotMerge_When_FamilyShareAnEmail(string customer, string other)
    {
        // act
        var search = await hub.FindAsync(new { customerId = customer }, Who);

        // assert
        CustomersOf(search).ShouldBe([customer]);
        search.Items("candidates").ShouldContain(candidate =>
            candidate.Text("value") == other && candidate.Items("sharedKinds").Any(kind => kind.GetString() == "email"));
    }

    [Fact]
    public async Task FindRegistrant_Should_AnswerCandidatesOnly_When_AskedByFamilyEmail()
    {
        // act
        var search = await hub.FindAsync(ByIdentity("email", AwkwardCases.FamilyEmail), Who);

        // assert
        search.At("registrant").ValueKind.ShouldBe(JsonValueKind.Null);
        search.Texts("candidates", "value").ShouldBe([AwkwardCases.FamilyFirst, AwkwardCases.FamilySecond], ignoreOrder: true);
    }

    [Fact]
    public async Task FindRegistrant_Should_FindTheOnePerson_When_EmailIsNobodyElses()
    {
        var search = await hub.FindAsync(ByIdentity("email", AwkwardCases.OwnEmailAddress.ToUpperInvariant()), Who);

        CustomersOf(search).ShouldBe([AwkwardCases.OwnEmail]);
    }

    [Fact]
    public async Task FindRegistrant_Should_AnswerBothHolders_When_PhoneWasPassedOn()
    {
        // act
        var search = await hub.FindAsync(ByIdentity("phone", AwkwardCases.PassedOnPhone), Who);

        // assert
        search.At("registrant").ValueKind.ShouldBe(JsonValueKind.Null);
        search.Texts("candidates", "value").ShouldBe([AwkwardCases.PhoneBefore, AwkwardCases.PhoneAfter], ignoreOrder: true);
    }

    [Theory]
    [InlineData(AwkwardCases.TwoNumbersFirst)]
    [InlineData(AwkwardCases.TwoNumbersSecond)]
    public async Task FindRegistrant_Should_FindBothNumbers_When_OnePersonHasTwo(string customer)
    {
        // act
        var search = await hub.FindAsync(new { customerId = customer }, Who);

        // assert
        CustomersOf(search).ShouldBe([AwkwardCases.TwoNumbersFirst, AwkwardCases.TwoNumbersSecond], ignoreOrder: true);
        search.Text("registrant.id").ShouldBe(
            (await hub.FindAsync(new { customerId = AwkwardCases.TwoNumbersFirst }, "registrant { id }")).Text("registrant.id"));
    }

    [Fact]
    public async Task FindRegistrant_Should_ShowConflict_When_NameChangedAndBillingWasNotTold()
    {
        // act
        var search = await hub.FindAsync(new { customerId = AwkwardCases.ChangedName }, Who);

        // assert
        search.Text("registrant.profile.familyName.agreement").ShouldBe("CONFLICT");
        var former = search.Items("registrant.profile.formerNames").ShouldHaveSingleItem().Text("value");
        search.Items("registrant.profile.familyName.held").ShouldContain(held =>
            held.Text("source.id") == "billing" && held.Text("value") == former);
    }

    [Fact]
    public async Task FindRegistrant_Should_ListEveryEmail_When_SourcesHoldDifferentOnes()
    {
        var search = await hub.FindAsync(new { customerId = AwkwardCases.ThreeEmails }, Who);

        search.Items("registrant.profile.emails").Count.ShouldBe(3);
    }

    [Fact]
    public async Task FindRegistrant_Should_AnswerFromOneSource_When_OnlyTheCrmKnowsThePerson()
    {
        var search = await hub.FindAsync(new { customerId = AwkwardCases.CrmOnly }, Who + " sources { source { id } status }");

        CustomersOf(search).ShouldBe([AwkwardCases.CrmOnly]);
        search.Statuses()["billing"].ShouldBe("NOTHING_FOUND");
    }

    [Fact]
    public async Task FindRegistrant_Should_AnswerFromBilling_When_TheCrmDoesNotKnowThePerson()
    {
        // act
        var search = await hub.FindAsync(new { customerId = AwkwardCases.BillingOnly }, Who);

        // assert
        search.Items("registrant.customers.nodes").ShouldBeEmpty();
        search.Items("registrant.billingAccounts.nodes").ShouldHaveSingleItem().Text("customerNumber").ShouldBe(AwkwardCases.BillingOnly);
    }

    [Theory]
    [InlineData(AwkwardCases.NordicLetters, "åäö")]
    [InlineData(AwkwardCases.SkoltSamiLetters, "ʹǩǧǥšžčđŋõâå")]
    [Requirement("S3-16")]
    public async Task FindRegistrant_Should_KeepLetters_When_NamesAreNotAscii(string customer, string letters)
    {
        var search = await hub.FindAsync(new { customerId = customer }, "registrant { profile { familyName { value } givenNames { value } } }");

        var name = search.Text("registrant.profile.familyName.value") + search.Text("registrant.profile.givenNames.value");
        name.ToLowerInvariant().Any(letters.Contains).ShouldBeTrue();
    }

    [Fact]
    public async Task FindRegistrant_Should_KeepCallsAsCandidate_When_OnlyTheNumberPointsToThem()
    {
        // act
        var search = await hub.FindAsync(new { customerId = AwkwardCases.UnidentifiedCalls }, Who);

        // assert
        search.Items("registrant.callRecords.nodes").ShouldBeEmpty();
        search.Items("candidates").ShouldContain(candidate =>
            candidate.Text("kind") == "phone" && candidate.Text("source.id") == "call-recordings" && candidate.At("records").GetInt32() > 0);
    }

    [Fact]
    [Requirement("S4-34")]
    public async Task FindRegistrant_Should_NotJoinVisits_When_TheVisitorGaveNoConsent()
    {
        var search = await hub.FindAsync(new { customerId = AwkwardCases.NoConsent }, Who);

        search.Items("registrant.visits.nodes").ShouldBeEmpty();
    }

    [Fact]
    public async Task FindRegistrant_Should_FindVisits_When_TheVisitorGivesTheVisitorId()
    {
        // act
        var search = await hub.FindAsync(ByIdentity("visitorId", AwkwardCases.VisitorWithoutConsent), Who);

        // assert
        search.Items("registrant.visits.nodes").ShouldNotBeEmpty();
        search.Items("registrant.customers.nodes").ShouldBeEmpty();
    }

    [Fact]
    public async Task FindRegistrant_Should_NotReadBilling_When_ItHoldsAnotherIdentityCode()
    {
        // act
        var search = await hub.FindAsync(new { customerId = AwkwardCases.ContradictingCodes }, Who);

        // assert
        CustomersOf(search).ShouldBe([AwkwardCases.ContradictingCodes]);
        search.Items("registrant.billingAccounts.nodes").ShouldBeEmpty();
        search.Items("candidates").ShouldContain(candidate =>
            candidate.Text("source.id") == "billing" && candidate.Text("reason")!.Contains("another identity code"));
    }

    [Fact]
    public async Task FindRegistrant_Should_LinkByCustomerNumber_When_BillingsIdentityCodeLacksItsSign()
    {
        var search = await hub.FindAsync(new { customerId = AwkwardCases.CodeWithoutSign }, Who);

        search.Items("registrant.billingAccounts.nodes").ShouldHaveSingleItem().Text("customerNumber").ShouldBe(AwkwardCases.CodeWithoutSign);
    }

    [Fact]
    public async Task FindRegistrant_Should_FindThePerson_When_AskedByEachOfItsIdentities()
    {
        // arrange
        var search = await hub.FindAsync(new { customerId = AwkwardCases.ShownFirst }, Who + " ");
        var id = search.Text("registrant.id");
        var identities = search.Items("registrant.identities")
            .Where(identity => identity.At("confirmed").GetBoolean() && identity.Text("kind") != "identityCode")
            .ToList();

        // act and assert
        identities.Select(identity => identity.Text("kind")).Distinct().Count().ShouldBeGreaterThan(2);
        foreach (var identity in identities)
        {
            var by = new { identity = new { kind = identity.Text("kind"), value = identity.Text("value"), issuer = identity.Text("issuer") } };
            (await hub.FindAsync(by, "registrant { id }")).Text("registrant.id").ShouldBe(id, identity.Text("kind"));
        }
    }

    [Fact]
    public async Task FindRegistrant_Should_NeverMergeTwoPeople_When_EverybodyIsAskedFor()
    {
        // arrange
        var same = new[] { AwkwardCases.TwoNumbersFirst, AwkwardCases.TwoNumbersSecond };

        // act and assert
        foreach (var customer in Enumerable.Range(10001, 200).Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)))
        {
            var search = await hub.FindAsync(new { customerId = customer }, "candidates { id } registrant { customers { nodes { customerNumber } } billingAccounts { nodes { customerNumber } } }");
            if (search.At("registrant").ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            var numbers = search.Texts("registrant.customers.nodes", "customerNumber")
                .Concat(search.Texts("registrant.billingAccounts.nodes", "customerNumber"))
                .Distinct();
            numbers.ShouldBeSubsetOf(same.Contains(customer) ? same : [customer]);
        }
    }

    private static object ByIdentity(string kind, string value) => new { identity = new { kind, value } };

    private static string Query(string selection) =>
        $$"""query($by: RegistrantKey!) { findRegistrant(register: "telecom", by: $by, waitAtMost: "PT10S") { {{selection}} } }""";

    private static IReadOnlyList<string?> CustomersOf(JsonElement search) => search.Texts("registrant.customers.nodes", "customerNumber");
}
