using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PersonalDataHub.Hub.Persistence.Migrations;

/// <summary>What had drifted apart between notices and sources, since when and until when.</summary>
[DbContext(typeof(HubDbContext))]
[Migration("20261121160000_Drift")]
internal sealed class DriftSchema : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "Drift",
            columns: table => new
            {
                Key = table.Numbered(),
                Id = table.Column<Guid>(),
                Register = table.Column<string>(),
                Kind = table.Column<string>(),
                Subject = table.Column<string>(),
                Severity = table.Column<string>(),
                Message = table.Column<string>(),
                Statements = table.Column<string>(),
                File = table.Column<string>(),
                Line = table.Column<int>(),
                PackVersion = table.Column<string>(),
                FirstSeenAt = table.Column<long>(),
                LastSeenAt = table.Column<long>(),
                ResolvedAt = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_Drift", row => row.Key));
        migrationBuilder.CreateIndex("IX_Drift_Register_ResolvedAt", "Drift", ["Register", "ResolvedAt"]);
    }
}
