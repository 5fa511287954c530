using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PersonalDataHub.Hub.Persistence.Migrations;

/// <summary>Which items of an erasure wait for the receipt of what was handed over first.</summary>
[DbContext(typeof(HubDbContext))]
[Migration("20261121190200_Receipts")]
internal sealed class ReceiptSchema : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<bool>("AwaitsReceipt", "TaskItems", nullable: false, defaultValue: false);
}
