using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PersonalDataHub.Hub.Persistence.Migrations;

/// <summary>What of the notice stands behind a task's item, and what keeps it until it is lifted.</summary>
[DbContext(typeof(HubDbContext))]
[Migration("20261121161000_Blockers")]
internal sealed class BlockerSchema : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("Statements", "TaskItems", nullable: true);
        migrationBuilder.AddColumn<string>("Blockers", "TaskItems", nullable: true);

        // Looked up at intervals: what waits for anything is little beside what is done.
        migrationBuilder.CreateIndex("IX_FulfillmentTasks_WaitingCause", "FulfillmentTasks", "WaitingCause");
    }
}
