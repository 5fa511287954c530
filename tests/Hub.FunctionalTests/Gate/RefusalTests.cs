using System.Net;
using System.Text;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Gate;

/// <summary>What cannot be asked is refused with a code that says why, and without the value that was given.</summary>
[Collection(GateTests.Name)]
public sealed class RefusalTests(GateHub shared)
{
    private const string PersonInAddress = "graphql?query=query%20@purpose(is:%22data-subject-rights%22){";
    private readonly TestHub hub = shared.Hub;

    [Fact]
    public async Task Get_Should_Be405_When_ItTouchesAPerson()
    {
        // arrange
        using var calls = new SourceCalls(hub);

        // act
        var answer = await hub.GetAsync(PersonInAddress + Uri.EscapeDataString(Requests.Person + "}"));

        // assert
        answer.Status.ShouldBe(HttpStatusCode.MethodNotAllowed);
        answer.Code.ShouldBe("POST_REQUIRED");
        answer.HoldsNoData.ShouldBeTrue();
        calls.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData("{ __typename }")]
    [InlineData("{ registers { id } }")]
    public async Task Get_Should_Answer_When_NoPersonIsTouched(string query) =>
        (await hub.GetAsync($"graphql?query={Uri.EscapeDataString(query)}")).Data.ToString().ShouldNotBeEmpty();

    [Theory]
    [InlineData("identityCode", "010180-9005")]
    [InlineData("identityCode", "0101809004")]
    [InlineData("identityCode", "320180-9004")]
    [InlineData("email", "aino.hallavirta.example.org")]
    [InlineData("phone", "+358-aino-0001")]
    [Requirement("S0-16")]
    public async Task FindRegistrant_Should_NotRepeatTheValue_When_TheIdentityIsMalformed(string kind, string value)
    {
        // arrange
        using var calls = new SourceCalls(hub);

        // act
        var answer = await hub.AskPurposefullyAsync(Requests.ByKey, new { by = new { identity = new { kind, value } } });

        // assert
        answer.Code.ShouldBe("MALFORMED_IDENTITY");
        answer.Body.ShouldNotContain(value);
        calls.Count.ShouldBe(0);
    }

    [Fact]
    public async Task FindRegistrant_Should_NotRepeatTheValue_When_TheVariableIsOfAnotherType()
    {
        const string Secret = "010180-9004";

        var answer = await hub.AskPurposefullyAsync(
            Requests.ByKey, new { by = new { customerId = new { Secret }, identity = new { kind = Secret, value = Secret } } });

        answer.HoldsNoData.ShouldBeTrue();
        answer.Body.ShouldNotContain(Secret);
    }

    [Fact]
    public async Task FindRegistrant_Should_NameTheKindsThereAre_When_TheKindIsUnknown()
    {
        var answer = await hub.AskPurposefullyAsync(Requests.ByKey, new { by = new { identity = new { kind = "shoeSize", value = "43" } } });

        answer.Code.ShouldBe("UNKNOWN_IDENTITY_KIND");
        answer.Body.ShouldContain("identityCode");
    }

    [Fact]
    public async Task FindRegistrant_Should_BeRefused_When_TwoKeysAreGiven() =>
        (await hub.AskPurposefullyAsync(Requests.ByKey, new { by = new { customerId = "10001", id = Guid.NewGuid() } })).HoldsNoData.ShouldBeTrue();

    [Fact]
    public async Task FindRegistrant_Should_NameTheRegistersThereAre_When_TheRegisterIsUnknown()
    {
        var answer = await hub.AskPurposefullyAsync(Requests.Person.AsQueryOf("telekom"));

        answer.Code.ShouldBe("UNKNOWN_REGISTER");
        answer.Body.ShouldContain("telecom");
    }

    [Theory]
    [InlineData("invoices(first: 101) { complete }")]
    [InlineData("invoices(first: 0) { complete }")]
    [InlineData("records(first: 2147483647) { complete }")]
    public async Task FindRegistrant_Should_BeRefused_When_ThePageIsOversized(string list)
    {
        var answer = await hub.AskPurposefullyAsync(
            $$"""{ findRegistrant(register: "telecom", by: { customerId: "10001" }) { registrant { {{list}} } } }""");

        answer.Code.ShouldBe("PAGE_OUT_OF_RANGE");
        answer.HoldsNoData.ShouldBeTrue();
    }

    [Theory]
    [InlineData("PT0S")]
    [InlineData("PT0.001S")]
    [InlineData("PT61S")]
    public async Task FindRegistrant_Should_BeRefused_When_WaitAtMostIsOutOfRange(string wait)
    {
        var answer = await hub.AskPurposefullyAsync(
            $$"""{ findRegistrant(register: "telecom", by: { customerId: "10001" }, waitAtMost: "{{wait}}") { registrant { id } } }""");

        answer.Code.ShouldBe("WAIT_OUT_OF_RANGE");
        answer.HoldsNoData.ShouldBeTrue();
    }

    [Theory]
    [InlineData("{ \"query\": ")]
    [InlineData("{ \"query\": \"{ __typename }\", \"query\": \"{ registers { id } }\" }")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("")]
    public async Task Post_Should_Be400_When_TheBodyIsNoRequest(string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "graphql")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };

        var answer = await hub.SendAsync(request);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Code.ShouldBe("BAD_REQUEST");
    }
}
