using System.Net;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Gate;

/// <summary>Nobody sees a person without saying what for.</summary>
[Collection(GateTests.Name)]
public sealed class PurposeTests(GateHub shared)
{
    private const string Ask = $"query {{ {Requests.Person} }}";
    private const string AskByDirective = $$"""query @purpose(is: "data-subject-rights") { {{Requests.Person}} }""";
    private readonly TestHub hub = shared.Hub;

    [Fact]
    [Requirement("S0-16")]
    public async Task FindRegistrant_Should_CallNoSource_When_ThePurposeIsMissing()
    {
        // arrange
        using var calls = new SourceCalls(hub);
        var before = await HeadAsync();

        // act
        var answer = await hub.AskAsync(Ask);

        // assert
        answer.Code.ShouldBe("PURPOSE_MISSING");
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.HoldsNoData.ShouldBeTrue();
        calls.Count.ShouldBe(0);
        (await HeadAsync()).ShouldBe(before);

        // The control: the same request with a purpose is seen by both.
        (await hub.AskPurposefullyAsync(Ask)).Data.Text("findRegistrant.registrant.id").ShouldNotBeNullOrEmpty();
        calls.Count.ShouldBeGreaterThan(0);
        (await HeadAsync()).ShouldNotBe(before);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task FindRegistrant_Should_TakeItForMissing_When_ThePurposeIsBlank(string purpose) =>
        (await hub.AskAsync(Ask, purposes: purpose)).Code.ShouldBe("PURPOSE_MISSING");

    [Fact]
    public async Task FindRegistrant_Should_NameThePurposesThereAre_When_ThePurposeIsUnknown()
    {
        // arrange
        using var calls = new SourceCalls(hub);

        // act
        var answer = await hub.AskAsync(Ask, purposes: "curiosity");

        // assert
        answer.Code.ShouldBe("UNKNOWN_PURPOSE");
        answer.Body.ShouldContain("fault-investigation");
        answer.HoldsNoData.ShouldBeTrue();
        calls.Count.ShouldBe(0);
    }

    [Fact]
    public async Task FindRegistrant_Should_Answer_When_ThePurposeStandsOnTheOperation() =>
        (await hub.AskAsync(AskByDirective)).Data.Text("findRegistrant.registrant.id").ShouldNotBeNullOrEmpty();

    [Fact]
    public async Task FindRegistrant_Should_Answer_When_ThePurposeStandsInTheExtensions() =>
        (await hub.AskAsync(Ask, extensions: new { purpose = "data-subject-rights" })).Data.Text("findRegistrant.registrant.id").ShouldNotBeNullOrEmpty();

    [Fact]
    public async Task FindRegistrant_Should_Answer_When_ThePurposeStandsInTheHeader() =>
        (await hub.AskPurposefullyAsync(Ask)).Data.Text("findRegistrant.registrant.id").ShouldNotBeNullOrEmpty();

    [Fact]
    public async Task FindRegistrant_Should_Answer_When_TheSamePurposeStandsTwice() =>
        (await hub.AskPurposefullyAsync(AskByDirective)).Data.Text("findRegistrant.registrant.id").ShouldNotBeNullOrEmpty();

    [Fact]
    public async Task FindRegistrant_Should_BeRefused_When_PurposesDiffer()
    {
        // act
        var header = await hub.AskAsync(AskByDirective, purposes: "invoicing");
        var extension = await hub.AskAsync(AskByDirective, extensions: new { purpose = "invoicing" });
        var twice = await hub.AskAsync(Ask, purposes: ["invoicing", "customer-service"]);

        // assert
        foreach (var answer in (Answer[])[header, extension, twice])
        {
            answer.HoldsNoData.ShouldBeTrue();
        }

        header.Code.ShouldBe("PURPOSE_AMBIGUOUS");
        extension.Code.ShouldBe("PURPOSE_AMBIGUOUS");
    }

    [Fact]
    public async Task Registers_Should_AnswerWithoutPurpose_When_NoPersonIsTouched() =>
        (await hub.AskAsync("{ registers { id } __typename }")).Data.Items("registers").ShouldNotBeEmpty();

    private Task<AuditHead?> HeadAsync() => hub.Service<AuditTrail>().HeadAsync(CancellationToken.None);
}
