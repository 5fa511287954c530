namespace PersonalDataHub.Connectors.Sql.Writing;

/// <summary>What a column of one row holds, as read.</summary>
/// <param name="TypeName">The column's type in the database's words.</param>
/// <param name="Raw">The content; null for none.</param>
internal sealed record ColumnContent(string TypeName, object? Raw);
