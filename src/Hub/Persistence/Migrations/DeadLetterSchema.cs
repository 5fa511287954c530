using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PersonalDataHub.Hub.Persistence.Migrations;

/// <summary>Since when a task is given up, and what finds the history of a request's tasks.</summary>
[DbContext(typeof(HubDbContext))]
[Migration("20261121190400_DeadLetters")]
internal sealed class DeadLetterSchema : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<long>("DeadAt", "FulfillmentTasks", nullable: true);

        // State 4 is DeadLetter; when it was given up was not kept before.
        migrationBuilder.Sql("""UPDATE "FulfillmentTasks" SET "DeadAt" = 0 WHERE "State" = 4""");
        migrationBuilder.CreateIndex("IX_FulfillmentTasks_Register_DeadAt", "FulfillmentTasks", ["Register", "DeadAt"], filter: "\"DeadAt\" IS NOT NULL");
        migrationBuilder.CreateIndex("IX_AuditEntries_RequestId", "AuditEntries", "RequestId", filter: "\"RequestId\" IS NOT NULL");
    }
}
