using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PersonalDataHub.Hub.Persistence.Migrations;

/// <summary>Who is to do a task by hand.</summary>
[DbContext(typeof(HubDbContext))]
[Migration("20261121190300_Assignments")]
internal sealed class AssignmentSchema : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<string>("AssignedTo", "FulfillmentTasks", nullable: true);
}
