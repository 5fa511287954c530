using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PersonalDataHub.Hub.Persistence.Migrations;

/// <summary>Which entries of the erasure ledger the database knows of.</summary>
[DbContext(typeof(HubDbContext))]
[Migration("20261121220000_ErasureLedger")]
internal sealed class LedgerSchema : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "Erasures",
            columns: table => new
            {
                Id = table.Column<string>(),
                RequestId = table.Column<Guid>(),
                At = table.Column<long>(),
                Content = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_Erasures", row => row.Id));
        migrationBuilder.CreateIndex("IX_Erasures_RequestId", "Erasures", "RequestId");
    }
}
