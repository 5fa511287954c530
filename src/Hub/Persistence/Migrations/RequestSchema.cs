using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PersonalDataHub.Hub.Persistence.Migrations;

/// <summary>Data subject requests with their tasks, restrictions, and what recognises erased data that comes back.</summary>
[DbContext(typeof(HubDbContext))]
[Migration("20261121100000_Requests")]
internal sealed class RequestSchema : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateRequests(migrationBuilder);
        CreateTasks(migrationBuilder);
        CreateRestrictions(migrationBuilder);
    }

    private static void CreateRequests(MigrationBuilder builder)
    {
        builder.CreateTable(
            name: "BulkErasures",
            columns: table => new
            {
                Key = table.Numbered(),
                Id = table.Column<Guid>(),
                Register = table.Column<string>(),
                ClientRequestKey = table.Column<string>(),
                ContentHash = table.Column<byte[]>(),
                Hash = table.Column<string>(),
                Persons = table.Column<int>(),
                PerMinute = table.Column<int>(nullable: true),
                Paused = table.Column<bool>(),
                Purpose = table.Column<string>(),
                Skipped = table.Column<string>(),
                ApprovedBy = table.Column<string>(nullable: true),
                ApprovedAt = table.Column<long>(nullable: true),
                RequestedBy = table.Column<string>(),
                CreatedAt = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_BulkErasures", row => row.Key));
        builder.CreateIndex("IX_BulkErasures_Register_ClientRequestKey", "BulkErasures", ["Register", "ClientRequestKey"], unique: true);
        builder.CreateTable(
            name: "Requests",
            columns: table => new
            {
                Key = table.Numbered(),
                Id = table.Column<Guid>(),
                Register = table.Column<string>(),
                Kind = table.Column<int>(),
                Status = table.Column<int>(),
                RegistrantId = table.Column<Guid>(),
                ClientRequestKey = table.Column<string>(),
                ContentHash = table.Column<byte[]>(),
                ReceivedAt = table.Column<long>(),
                Channel = table.Column<int>(),
                Case = table.Column<byte[]>(nullable: true),
                Content = table.Column<byte[]>(nullable: true),
                Ground = table.Column<string>(nullable: true),
                DueOn = table.Column<DateOnly>(),
                IdentityAskedAt = table.Column<long>(nullable: true),
                IdentityAnsweredAt = table.Column<long>(nullable: true),
                ExtendedAt = table.Column<long>(nullable: true),
                ExtensionReason = table.Column<string>(nullable: true),
                Plan = table.Column<string>(),
                PlanHash = table.Column<string>(),
                ApprovedHash = table.Column<string>(nullable: true),
                ApprovedBy = table.Column<string>(nullable: true),
                ApprovedAt = table.Column<long>(nullable: true),
                Reason = table.Column<string>(nullable: true),
                RequestedBy = table.Column<string>(),
                RequestedRole = table.Column<string>(),
                Purpose = table.Column<string>(),
                CreatedAt = table.Column<long>(),
                StoppedAt = table.Column<long>(nullable: true),
                EndedAt = table.Column<long>(nullable: true),
                RecurrenceOf = table.Column<Guid>(nullable: true),
                RecurrenceSource = table.Column<string>(nullable: true),
                BulkKey = table.Column<long>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Requests", row => row.Key);
                table.ForeignKey("FK_Requests_BulkErasures", row => row.BulkKey, "BulkErasures", "Key");
            });
        builder.CreateIndex("IX_Requests_Id", "Requests", "Id", unique: true);
        builder.CreateIndex("IX_Requests_Register_ClientRequestKey", "Requests", ["Register", "ClientRequestKey"], unique: true);
        builder.CreateIndex("IX_Requests_Register_Status_DueOn", "Requests", ["Register", "Status", "DueOn"]);
        builder.CreateIndex("IX_Requests_Register_RegistrantId", "Requests", ["Register", "RegistrantId"]);
        builder.CreateIndex("IX_Requests_RecurrenceOf", "Requests", "RecurrenceOf");
        builder.CreateIndex("IX_Requests_BulkKey", "Requests", "BulkKey");
        builder.CreateTable(
            name: "RequestKeys",
            columns: table => new
            {
                RequestKey = table.Column<long>(),
                Wrapped = table.Column<byte[]>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_RequestKeys", row => row.RequestKey);
                table.ForeignKey("FK_RequestKeys_Requests", row => row.RequestKey, "Requests", "Key");
            });
        builder.CreateTable(
            name: "RequestSubjects",
            columns: table => new
            {
                Key = table.Numbered(),
                RequestKey = table.Column<long>(),
                Register = table.Column<string>(),
                Blind = table.Column<byte[]>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_RequestSubjects", row => row.Key);
                table.ForeignKey("FK_RequestSubjects_Requests", row => row.RequestKey, "Requests", "Key");
            });
        builder.CreateIndex("IX_RequestSubjects_Register_Blind", "RequestSubjects", ["Register", "Blind"]);
        builder.CreateIndex("IX_RequestSubjects_RequestKey", "RequestSubjects", "RequestKey");
    }

    private static void CreateTasks(MigrationBuilder builder)
    {
        builder.CreateTable(
            name: "FulfillmentTasks",
            columns: table => new
            {
                Key = table.Numbered(),
                Id = table.Column<Guid>(),
                RequestKey = table.Column<long>(),
                Register = table.Column<string>(),
                Source = table.Column<string>(),
                Kind = table.Column<int>(),
                State = table.Column<int>(),
                WaitingCause = table.Column<int>(nullable: true),
                WaitingUntil = table.Column<long>(nullable: true),
                DueAt = table.Column<long>(nullable: true),
                LeaseUntil = table.Column<long>(nullable: true),
                LeaseOwner = table.Column<string>(nullable: true),
                Fence = table.Column<long>(),
                Attempt = table.Column<int>(),
                Strikes = table.Column<int>(),
                Failure = table.Column<string>(nullable: true),
                Identities = table.Column<byte[]>(nullable: true),
                After = table.Column<string>(),
                Unplanned = table.Column<bool>(),
                Instruction = table.Column<string>(nullable: true),
                CompletedBy = table.Column<string>(nullable: true),
                Evidence = table.Column<byte[]>(nullable: true),
                FinalAt = table.Column<long>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_FulfillmentTasks", row => row.Key);
                table.ForeignKey("FK_FulfillmentTasks_Requests", row => row.RequestKey, "Requests", "Key");
            });
        builder.CreateIndex("IX_FulfillmentTasks_Id", "FulfillmentTasks", "Id", unique: true);
        builder.CreateIndex("IX_FulfillmentTasks_RequestKey", "FulfillmentTasks", "RequestKey");
        builder.CreateIndex("IX_FulfillmentTasks_Register_Source_DueAt", "FulfillmentTasks", ["Register", "Source", "DueAt"]);
        builder.CreateTable(
            name: "TaskItems",
            columns: table => new
            {
                Key = table.Numbered(),
                TaskKey = table.Column<long>(),
                Ordinal = table.Column<int>(),
                RecordType = table.Column<string>(),
                Field = table.Column<string>(nullable: true),
                RecordKey = table.Column<byte[]>(nullable: true),
                Fate = table.Column<int>(),
                Article = table.Column<string>(nullable: true),
                Reason = table.Column<string>(nullable: true),
                Until = table.Column<DateOnly>(nullable: true),
                LiftedBy = table.Column<string>(nullable: true),
                Outcome = table.Column<int>(nullable: true),
                OutcomeAt = table.Column<long>(nullable: true),
                Token = table.Column<byte[]>(nullable: true),
                VerifiableFrom = table.Column<long>(nullable: true),
                Previous = table.Column<byte[]>(nullable: true),
                NewValue = table.Column<byte[]>(nullable: true),
                ExpectedTag = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_TaskItems", row => row.Key);
                table.ForeignKey("FK_TaskItems_FulfillmentTasks", row => row.TaskKey, "FulfillmentTasks", "Key");
            });
        builder.CreateIndex("IX_TaskItems_TaskKey", "TaskItems", "TaskKey");
    }

    private static void CreateRestrictions(MigrationBuilder builder)
    {
        builder.CreateTable(
            name: "Restrictions",
            columns: table => new
            {
                Key = table.Numbered(),
                Id = table.Column<Guid>(),
                Register = table.Column<string>(),
                RegistrantId = table.Column<Guid>(),
                RequestId = table.Column<Guid>(),
                Scope = table.Column<int>(),
                Category = table.Column<string>(nullable: true),
                Target = table.Column<byte[]>(nullable: true),
                Ground = table.Column<int>(),
                Since = table.Column<long>(),
                LiftedAt = table.Column<long>(nullable: true),
                ToldAt = table.Column<long>(nullable: true),
                LiftedBy = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_Restrictions", row => row.Key));
        builder.CreateIndex("IX_Restrictions_Register_RegistrantId", "Restrictions", ["Register", "RegistrantId"]);
        builder.CreateIndex("IX_Restrictions_RequestId", "Restrictions", "RequestId");
        builder.CreateTable(
            name: "Tombstones",
            columns: table => new
            {
                Key = table.Numbered(),
                Register = table.Column<string>(),
                Blind = table.Column<byte[]>(),
                Source = table.Column<string>(),
                RequestId = table.Column<Guid>(),
                ErasedAt = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_Tombstones", row => row.Key));
        builder.CreateIndex("IX_Tombstones_Register_Blind", "Tombstones", ["Register", "Blind"]);
    }
}
