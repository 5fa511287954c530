using Microsoft.Data.Sqlite;

namespace PersonalDataHub.Connectors.LogIndex.Storage;

/// <summary>Writes index entries within one transaction.</summary>
internal sealed class EntryWriter : IDisposable
{
    private readonly SqliteCommand command;
    private readonly IndexSecrets secrets;

    public EntryWriter(SqliteConnection connection, SqliteTransaction transaction, IndexSecrets secrets)
    {
        this.secrets = secrets;
        command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = """
            INSERT OR IGNORE INTO entry (file, key, at, offset, length, tag, owner)
            VALUES ($file, $key, $at, $offset, $length, $tag, $owner)
            """;
        foreach (var name in (ReadOnlySpan<string>)["$file", "$key", "$at", "$offset", "$length", "$tag", "$owner"])
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        }

        command.Prepare();
    }

    public void Write(long file, LineKey key, DateTimeOffset at, long offset, int length, long tag)
    {
        var values = command.Parameters;
        values[0].Value = file;
        values[1].Value = KnownFiles.Bytes(secrets.Hash(key.Kind, key.Value));
        values[2].Value = at.ToUnixTimeSeconds();
        values[3].Value = offset;
        values[4].Value = length;
        values[5].Value = tag;
        values[6].Value = key.Owner is { } owner
            ? KnownFiles.Bytes(secrets.Hash(LineIndex.OwnerKind, owner))
            : DBNull.Value;
        command.ExecuteNonQuery();
    }

    public void Dispose() => command.Dispose();
}
