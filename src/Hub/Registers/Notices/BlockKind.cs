namespace PersonalDataHub.Hub.Registers.Notices;

/// <summary>What a block of a notice is.</summary>
internal enum BlockKind
{
    /// <summary>Running text.</summary>
    Paragraph,

    /// <summary>One item of a list.</summary>
    ListItem,

    /// <summary>One row of a table.</summary>
    TableRow,
}
