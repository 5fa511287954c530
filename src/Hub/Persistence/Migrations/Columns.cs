using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace PersonalDataHub.Hub.Persistence.Migrations;

/// <summary>Columns that mean the same in every database.</summary>
internal static class Columns
{
    // A number is never used twice: it tells which of two rows is older.
    public static OperationBuilder<AddColumnOperation> Numbered(this ColumnsBuilder table) =>
        table.Column<long>()
            .Annotation("Sqlite:Autoincrement", true)
            .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn);
}
