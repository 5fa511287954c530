using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PersonalDataHub.Hub.Persistence.Migrations;

/// <summary>The keys under which clients sent decisions.</summary>
[DbContext(typeof(HubDbContext))]
[Migration("20261121190600_DecisionKeys")]
internal sealed class DecisionKeySchema : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "DecisionKeys",
            columns: table => new
            {
                Key = table.Numbered(),
                Caller = table.Column<string>(),
                ClientRequestKey = table.Column<string>(),
                ContentHash = table.Column<byte[]>(),
                RequestId = table.Column<Guid>(),
                At = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_DecisionKeys", row => row.Key));
        migrationBuilder.CreateIndex("IX_DecisionKeys_Caller_ClientRequestKey", "DecisionKeys", ["Caller", "ClientRequestKey"], unique: true);
    }
}
