namespace PersonalDataHub.Hub.Registers.Notices.Reading;

/// <summary>What the format itself says of a line.</summary>
internal enum LineMark
{
    /// <summary>Nothing: words.</summary>
    Text,

    /// <summary>Nothing stands on it.</summary>
    Blank,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>The beginning of a list item.</summary>
    ListItem,

    /// <summary>A row of a table, cells parted by <c> | </c>.</summary>
    TableRow,

    /// <summary>The headings of a table's columns.</summary>
    TableHeader,

    /// <summary>A page ends here.</summary>
    PageBreak,
}
