using System.Data.Common;
using System.Globalization;
using NpgsqlTypes;

namespace PersonalDataHub.Hub.Persistence.Moving;

/// <summary>One column, and what SQLite keeps in it as PostgreSQL keeps it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type in PostgreSQL.</param>
/// <param name="IsNumbered">Whether the database numbers new rows by it.</param>
internal sealed record MovedColumn(string Name, string Type, bool IsNumbered)
{
    public NpgsqlDbType DbType => Type switch
    {
        "bigint" => NpgsqlDbType.Bigint,
        "integer" => NpgsqlDbType.Integer,
        "boolean" => NpgsqlDbType.Boolean,
        "text" => NpgsqlDbType.Text,
        "uuid" => NpgsqlDbType.Uuid,
        "bytea" => NpgsqlDbType.Bytea,
        "date" => NpgsqlDbType.Date,
        "double precision" => NpgsqlDbType.Double,
        _ => throw new InvalidOperationException($"The column {Name} is of the type {Type}, which is not known how to move."),
    };

    /// <summary>A value of a row of SQLite; null for none.</summary>
    public object? FromSqlite(DbDataReader row, int ordinal) => row.IsDBNull(ordinal) ? null : DbType switch
    {
        NpgsqlDbType.Bigint => row.GetInt64(ordinal),
        NpgsqlDbType.Integer => row.GetInt32(ordinal),
        NpgsqlDbType.Boolean => row.GetInt64(ordinal) != 0,
        NpgsqlDbType.Uuid => Guid.Parse(row.GetString(ordinal)),
        NpgsqlDbType.Bytea => row.GetFieldValue<byte[]>(ordinal),
        NpgsqlDbType.Date => DateOnly.ParseExact(row.GetString(ordinal), "yyyy-MM-dd", CultureInfo.InvariantCulture),
        NpgsqlDbType.Double => row.GetDouble(ordinal),
        _ => row.GetString(ordinal),
    };

    /// <summary>The same of a row of PostgreSQL.</summary>
    public object? FromPostgreSql(DbDataReader row, int ordinal) => row.IsDBNull(ordinal) ? null
        : DbType == NpgsqlDbType.Date ? row.GetFieldValue<DateOnly>(ordinal)
        : row.GetValue(ordinal);

    /// <summary>Whether both databases hold the same.</summary>
    public static bool IsSame(object? one, object? other) =>
        one is byte[] bytes ? other is byte[] others && bytes.AsSpan().SequenceEqual(others) : Equals(one, other);
}
