using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace PersonalDataHub.PersonView.Register;

/// <summary>Finds persons by blind index. Commands are kept: each is used by one request at a time.</summary>
internal sealed class PersonFinder(string path) : IDisposable
{
    public const int CustomerNumber = 1;

    private readonly ConcurrentBag<SqliteCommand> free = [];

    /// <summary>The customer number at the sources; null when nobody is found.</summary>
    public string? Find(byte[] blind)
    {
        var command = free.TryTake(out var kept) ? kept : Prepare();
        command.Parameters[0].Value = blind;
        var customer = command.ExecuteScalar() as string;
        free.Add(command);
        return customer;
    }

    public void Dispose()
    {
        foreach (var command in free)
        {
            command.Connection!.Dispose();
            command.Dispose();
        }
    }

    private SqliteCommand Prepare()
    {
        var command = RegisterFile.Open(path).CreateCommand();
        command.CommandText = $"SELECT Customer FROM Person WHERE Kind = {CustomerNumber} AND Blind = $blind";
        command.Parameters.Add("$blind", SqliteType.Blob);
        command.Prepare();
        return command;
    }
}
