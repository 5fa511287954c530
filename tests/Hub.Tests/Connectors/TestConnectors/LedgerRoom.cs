using Microsoft.Data.Sqlite;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;

namespace PersonalDataHub.Hub.Tests.Connectors.TestConnectors;

/// <summary>A ledger in a plugin room, with its switches and what it noted.</summary>
internal sealed class LedgerRoom : IDisposable
{
    private readonly PluginRoom room;

    public LedgerRoom(int persons = 3, int accountsEach = 1) => room = new PluginRoom().WithPlugins("ledger").WithRegister()
        .WithSource("crm", "ledger", $"settings: {{ file: ledger.db, persons: {persons}, accountsEach: {accountsEach} }}");

    public TestTimeProvider Clock => room.Clock;

    public Source Source => room.Source();

    public SourceInvoker Invoker => room.Invoker;

    public static IReadOnlyList<SubjectIdentity> Person(int number = 10001) => [new(IdentityKinds.CustomerNumber, $"{number}", "crm")];

    public static FieldCorrection Phone(string expected = "+358400000000", string right = "+358400000099", string account = "10001-1") =>
        new(new("account", account, "phone"), new TextValue(expected), new TextValue(right));

    public void Switch(params string[] switches) => room.Write("shop/ledger.db.control", string.Join('\n', switches));

    public Task<SourceCall<WriteResult>> RectifyAsync(TaskKey task, params FieldCorrection[] corrections) => room.Invoker.RectifyAsync(
        Source, new() { Task = task, Identities = Person(), Corrections = corrections.Length > 0 ? corrections : [Phone()] }, TestContext.Current.CancellationToken);

    public Task<SourceCall<WriteResult>> EraseAsync(TaskKey task, params RecordTarget[] targets) =>
        room.Invoker.EraseAsync(Source, Erasure(task, targets), TestContext.Current.CancellationToken);

    public Task<SourceCall<WriteResult>> PreviewAsync(TaskKey task, params RecordTarget[] targets) =>
        room.Invoker.PreviewErasureAsync(Source, Erasure(task, targets), TestContext.Current.CancellationToken);

    public Task<SourceCall<WriteResult>> RestrictAsync(TaskKey task, bool restricted) => room.Invoker.RestrictAsync(
        Source, new() { Task = task, Identities = Person(), Targets = [new("account", "10001-1")], Restricted = restricted }, TestContext.Current.CancellationToken);

    public async Task<IReadOnlyList<PersonalRecord>> ReadAsync(int number = 10001)
    {
        var request = new ReadRequest { Identities = Person(number), RecordTypes = ["account"] };
        var call = await room.Invoker.ReadAsync(Source, request, TestContext.Current.CancellationToken);
        return call.Value.ShouldNotBeNull(call.Failure?.Message).Records;
    }

    public async Task<string?> PhoneAsync() => ((await ReadAsync()).ShouldHaveSingleItem().Values[2] as TextValue)?.Value;

    /// <summary>The log of one task, as <c>call fence operation position effect answer</c>.</summary>
    public IReadOnlyList<string> Log(TaskKey task)
    {
        using var connection = new SqliteConnection($"Data Source={room.ConfigFile("shop/ledger.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT fence || ' ' || operation || ' ' || position || ' ' || effect || ' ' || answer FROM log WHERE task = $task ORDER BY id";
        command.Parameters.AddWithValue("$task", task.TaskId.ToString());
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }

    public void Dispose() => room.Dispose();

    private static ErasureRequest Erasure(TaskKey task, RecordTarget[] targets) =>
        new() { Task = task, Identities = Person(), Targets = targets.Length > 0 ? targets : [new("account", "10001-1")] };
}
