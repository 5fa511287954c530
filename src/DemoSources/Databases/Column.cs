using System.Data;

namespace PersonalDataHub.DemoSources.Databases;

/// <summary>A column with the type that a parameter for it has, as null alone would not tell it.</summary>
internal readonly record struct Column(string Name, DbType Type)
{
    public static Column Text(string name) => new(name, DbType.String);

    public static Column Date(string name) => new(name, DbType.Date);

    public static Column Instant(string name) => new(name, DbType.DateTimeOffset);

    public static Column Amount(string name) => new(name, DbType.Decimal);

    public static Column Number(string name) => new(name, DbType.Int32);

    public static Column Boolean(string name) => new(name, DbType.Boolean);
}
