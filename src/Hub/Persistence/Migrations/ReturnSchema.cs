using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PersonalDataHub.Hub.Persistence.Migrations;

/// <summary>When sources are looked through for what was erased, and what is thought to have brought it back.</summary>
[DbContext(typeof(HubDbContext))]
[Migration("20261121190500_Returns")]
internal sealed class ReturnSchema : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("RecurrenceFeeder", "Requests", nullable: true);
        migrationBuilder.CreateTable(
            name: "ReturnTurns",
            columns: table => new
            {
                Key = table.Numbered(),
                Register = table.Column<string>(),
                Source = table.Column<string>(),
                LookedAt = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_ReturnTurns", row => row.Key));
        migrationBuilder.CreateIndex("IX_ReturnTurns_Register_Source", "ReturnTurns", ["Register", "Source"], unique: true);
        migrationBuilder.CreateIndex("IX_Tombstones_Register_Source", "Tombstones", ["Register", "Source"]);
    }
}
