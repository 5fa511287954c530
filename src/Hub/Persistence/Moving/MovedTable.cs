namespace PersonalDataHub.Hub.Persistence.Moving;

/// <summary>One table of the hub as PostgreSQL has it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">Its columns, in their order.</param>
/// <param name="Key">The columns by which its rows are told apart and ordered.</param>
internal sealed record MovedTable(string Name, IReadOnlyList<MovedColumn> Columns, IReadOnlyList<string> Key)
{
    /// <summary>All rows in the order of the key. Both databases compare texts by their bytes, and ids as they are written.</summary>
    /// <param name="isPostgreSql">Whose words to use.</param>
    public string Select(bool isPostgreSql)
    {
        var order = Key.Select(name => isPostgreSql && Columns.Single(column => column.Name == name).Type == "text" ? $"\"{name}\" COLLATE \"C\"" : $"\"{name}\"");
        return $"SELECT {ColumnList} FROM \"{Name}\" ORDER BY {string.Join(", ", order)}";
    }

    /// <summary>How rows are written to PostgreSQL.</summary>
    public string Copy => $"COPY \"{Name}\" ({ColumnList}) FROM STDIN (FORMAT BINARY)";

    private string ColumnList => string.Join(", ", Columns.Select(column => $"\"{column.Name}\""));
}
