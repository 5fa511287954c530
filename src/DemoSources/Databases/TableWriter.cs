using System.Data.Common;

namespace PersonalDataHub.DemoSources.Databases;

/// <summary>Inserts rows of one table with one prepared command.</summary>
internal sealed class TableWriter : IAsyncDisposable
{
    private readonly DbCommand command;
    private bool prepared;

    public TableWriter(DbTransaction transaction, string table, params Column[] columns)
    {
        command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        var names = columns.Select(column => column.Name).ToArray();
        command.CommandText =
            $"insert into {table} ({string.Join(", ", names)}) values ({string.Join(", ", names.Select(name => "@" + name))})";
        foreach (var column in columns)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@" + column.Name;
            parameter.DbType = column.Type;
            command.Parameters.Add(parameter);
        }
    }

    /// <summary>Inserts one row; the values stand in the order of the columns.</summary>
    public async Task WriteAsync(object?[] values, CancellationToken cancellationToken)
    {
        for (var index = 0; index < values.Length; index++)
        {
            command.Parameters[index].Value = values[index] ?? DBNull.Value;
        }

        if (!prepared)
        {
            await command.PrepareAsync(cancellationToken);
            prepared = true;
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => command.DisposeAsync();
}
