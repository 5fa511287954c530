using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PersonalDataHub.Hub.Persistence.Migrations;

/// <summary>What is handed over before it is erased stands in the ledger of disclosures, with its receipt.</summary>
[DbContext(typeof(HubDbContext))]
[Migration("20261121193000_HandOverDisclosures")]
internal sealed class HandOverDisclosureSchema : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<Guid>("Disclosure", "HandOvers", nullable: true);
        migrationBuilder.AddColumn<long>("ReceiptAt", "Disclosures", nullable: true);
        migrationBuilder.AddColumn<string>("ReceiptBy", "Disclosures", nullable: true);
        migrationBuilder.AddColumn<string>("Receipt", "Disclosures", nullable: true);
    }
}
