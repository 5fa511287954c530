using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Sql.Databases;
using PersonalDataHub.Connectors.Sql.Mapping;
using PersonalDataHub.Connectors.Sql.Reading;

namespace PersonalDataHub.Connectors.Sql.Writing;

/// <summary>The row of a record that is to be changed: read in the change's own transaction, and the person's for certain.</summary>
/// <param name="Record">Its record type.</param>
/// <param name="Content">The record as reading it gives it.</param>
/// <param name="Columns">What its columns hold.</param>
internal sealed record TargetRow(RecordMapping Record, RecordRow Content, IReadOnlyDictionary<string, ColumnContent> Columns)
{
    public FieldValue? ValueOf(FieldMapping field) => Content.Values[Position(field)];

    /// <summary>Appends the condition that only this row meets.</summary>
    public Statement Where(Statement statement)
    {
        statement.Sql(" where ").Column(Record.Person).Sql(" = ").Value(Content.Person);
        foreach (var (column, part) in Record.Key.Zip(Content.Key))
        {
            statement.Sql(" and ").Column(column).Sql(" = ").Value(part);
        }

        return statement;
    }

    private int Position(FieldMapping field) => Record.Fields.Index().First(candidate => candidate.Item == field).Index;
}
