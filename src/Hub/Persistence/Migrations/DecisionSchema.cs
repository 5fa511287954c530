using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PersonalDataHub.Hub.Persistence.Migrations;

/// <summary>The words that every decision was taken under, and whether two people looked at a request.</summary>
[DbContext(typeof(HubDbContext))]
[Migration("20261121190300_Decisions")]
internal sealed class DecisionSchema : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("PackVersion", "AuditEntries", nullable: true);
        migrationBuilder.AddColumn<string>("Notice", "AuditEntries", nullable: true);
        migrationBuilder.AddColumn<int>("FourEyes", "Requests", nullable: true);
    }
}
