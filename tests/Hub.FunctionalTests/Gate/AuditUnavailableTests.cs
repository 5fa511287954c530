using Microsoft.Data.Sqlite;
using PersonalDataHub.Hub.FunctionalTests.Hosting;
using PersonalDataHub.Hub.Persistence;

namespace PersonalDataHub.Hub.FunctionalTests.Gate;

/// <summary>Where the audit trail cannot be written nothing is answered.</summary>
public sealed class AuditUnavailableTests(SharedHub shared) : IClassFixture<SharedHub>
{
    private const string Recordings = """
        { findRegistrant(register: "telecom", by: { customerId: "10001" }, waitAtMost: "PT10S") {
          registrant { callRecords { nodes { recording { address } } } } } }
        """;

    private readonly TestHub hub = shared.Hub;

    [Theory]
    [InlineData("")]
    [InlineData("WHEN NEW.IntentId IS NOT NULL")]
    [Requirement("S0-16")]
    public async Task FindRegistrant_Should_AnswerNothing_When_TheTrailCannotBeWritten(string entries)
    {
        // arrange
        await using var broken = await BreakTrailAsync(entries);

        // act
        var answer = await hub.AskPurposefullyAsync(Requests.Person.AsQueryOf("telecom"));

        // assert
        answer.Code.ShouldBe("AUDIT_UNAVAILABLE");
        answer.HoldsNoData.ShouldBeTrue();
    }

    [Fact]
    public async Task FindRegistrant_Should_AnswerAgain_When_TheTrailIsMended()
    {
        await using (await BreakTrailAsync(string.Empty))
        {
            (await hub.AskPurposefullyAsync(Requests.Person.AsQueryOf("telecom"))).Code.ShouldBe("AUDIT_UNAVAILABLE");
        }

        (await hub.AskPurposefullyAsync(Requests.Person.AsQueryOf("telecom"))).Data.Text("findRegistrant.registrant.id").ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task FindRegistrant_Should_AnswerNothing_When_TheDatabaseIsLocked()
    {
        // arrange
        await using var connection = new SqliteConnection($"Data Source={HubDatabase.PathIn(hub.DataDirectory)};Pooling=False");
        await connection.OpenAsync();
        await using var held = connection.BeginTransaction(System.Data.IsolationLevel.Serializable);

        // act
        var answer = await hub.AskPurposefullyAsync(Requests.Person.AsQueryOf("telecom"));

        // assert
        answer.Code.ShouldBe("AUDIT_UNAVAILABLE");
        answer.HoldsNoData.ShouldBeTrue();
    }

    [Fact]
    public async Task Recording_Should_NotBeSent_When_TheTrailCannotBeWritten()
    {
        // arrange
        var address = (await hub.DataAsync(Recordings)).Items("findRegistrant.registrant.callRecords.nodes")[0].Text("recording.address");
        await using var broken = await BreakTrailAsync(string.Empty);

        // act
        using var response = await hub.Http.GetAsync(address);

        // assert
        ((int)response.StatusCode).ShouldBeGreaterThanOrEqualTo(500);
        response.Content.Headers.ContentType?.MediaType.ShouldNotBe("audio/wav");
    }

    /// <summary>Makes the database refuse entries, as a full disk would, until disposed.</summary>
    private async Task<IAsyncDisposable> BreakTrailAsync(string when)
    {
        await ExecuteAsync($"CREATE TRIGGER Refuse BEFORE INSERT ON AuditEntries {when} BEGIN SELECT RAISE(ABORT, 'refused'); END");
        return new Mending(() => ExecuteAsync("DROP TRIGGER Refuse"));
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={HubDatabase.PathIn(hub.DataDirectory)};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private sealed class Mending(Func<Task> mend) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await mend();
    }
}
