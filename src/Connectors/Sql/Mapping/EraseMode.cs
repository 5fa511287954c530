namespace PersonalDataHub.Connectors.Sql.Mapping;

/// <summary>What becomes of a record's row when the record is erased.</summary>
internal enum EraseMode
{
    /// <summary>The row goes.</summary>
    Delete,

    /// <summary>The row stays as a shell; all its fields are emptied but those that make its key.</summary>
    Empty,

    /// <summary>The row stays without anything that leads to the person.</summary>
    Anonymise,
}
