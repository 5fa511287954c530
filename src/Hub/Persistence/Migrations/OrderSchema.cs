using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PersonalDataHub.Hub.Persistence.Migrations;

/// <summary>When a request began, by which the requests of one person are carried out one after the other.</summary>
[DbContext(typeof(HubDbContext))]
[Migration("20261121190100_Order")]
internal sealed class OrderSchema : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<long>("StartedAt", "Requests", nullable: true);
        migrationBuilder.Sql("""UPDATE "Requests" SET "StartedAt" = "ApprovedAt" """);
    }
}
