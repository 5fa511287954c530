using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PersonalDataHub.Hub.Persistence.Migrations;

/// <summary>What nodes that share a database need: the mark of its master key.</summary>
[DbContext(typeof(HubDbContext))]
[Migration("20261121190000_Nodes")]
internal sealed class NodeSchema : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "KeyMarks",
            columns: table => new { Key = table.Column<int>(), Mark = table.Column<byte[]>() },
            constraints: table => table.PrimaryKey("PK_KeyMarks", row => row.Key));
        if (!migrationBuilder.IsSqlite())
        {
            // Destroyed keys stay readable in the table's file until it is vacuumed: these tables are, soon.
            migrationBuilder.Sql(
                """
                ALTER TABLE "PersonKeys" SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 100);
                ALTER TABLE "RequestKeys" SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 100);
                """);
        }
    }
}
