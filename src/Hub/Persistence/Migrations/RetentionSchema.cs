using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PersonalDataHub.Hub.Persistence.Migrations;

/// <summary>Legal holds, hand-overs before deletion, and what sweeps found and remember.</summary>
[DbContext(typeof(HubDbContext))]
[Migration("20261121170000_Retention")]
internal sealed class RetentionSchema : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateHolds(migrationBuilder);
        CreateHandOvers(migrationBuilder);
        CreateSweeps(migrationBuilder);
    }

    private static void CreateHolds(MigrationBuilder builder)
    {
        builder.CreateTable(
            name: "LegalHolds",
            columns: table => new
            {
                Key = table.Numbered(),
                Id = table.Column<Guid>(),
                Register = table.Column<string>(),
                RegistrantId = table.Column<Guid>(nullable: true),
                Categories = table.Column<string>(),
                Fields = table.Column<string>(),
                Wrapped = table.Column<byte[]>(),
                Reason = table.Column<byte[]>(),
                SetBy = table.Column<string>(),
                SetAt = table.Column<long>(),
                From = table.Column<DateOnly>(),
                Until = table.Column<DateOnly>(nullable: true),
                ReviewOn = table.Column<DateOnly>(),
                Purpose = table.Column<string>(),
                LiftedAt = table.Column<long>(nullable: true),
                LiftedBy = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_LegalHolds", row => row.Key));
        builder.CreateIndex("IX_LegalHolds_Register", "LegalHolds", "Register");
    }

    private static void CreateHandOvers(MigrationBuilder builder)
    {
        builder.CreateTable(
            name: "HandOvers",
            columns: table => new
            {
                Key = table.Numbered(),
                Id = table.Column<Guid>(),
                Register = table.Column<string>(),
                RegistrantId = table.Column<Guid>(),
                Recipient = table.Column<string>(),
                Rule = table.Column<string>(),
                Since = table.Column<DateOnly>(),
                EraseFrom = table.Column<DateOnly>(),
                AlarmOn = table.Column<DateOnly>(),
                AlarmedAt = table.Column<long>(nullable: true),
                TransferredAt = table.Column<long>(nullable: true),
                TransferredBy = table.Column<string>(nullable: true),
                ReceiptAt = table.Column<long>(nullable: true),
                ReceiptBy = table.Column<string>(nullable: true),
                Wrapped = table.Column<byte[]>(nullable: true),
                Receipt = table.Column<byte[]>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_HandOvers", row => row.Key));
        builder.CreateIndex("IX_HandOvers_Register_RegistrantId", "HandOvers", ["Register", "RegistrantId"]);
    }

    private static void CreateSweeps(MigrationBuilder builder)
    {
        builder.CreateTable(
            name: "RetentionSweeps",
            columns: table => new
            {
                Key = table.Numbered(),
                Id = table.Column<Guid>(),
                Register = table.Column<string>(),
                Day = table.Column<DateOnly>(),
                DryRun = table.Column<bool>(),
                Status = table.Column<int>(),
                StartedBy = table.Column<string>(),
                StartedAt = table.Column<long>(),
                EndedAt = table.Column<long>(nullable: true),
                Listed = table.Column<int>(),
                Checked = table.Column<int>(),
                Due = table.Column<int>(),
                Unknown = table.Column<int>(),
                Population = table.Column<long>(nullable: true),
                StopReason = table.Column<string>(nullable: true),
                ConfirmedBy = table.Column<string>(nullable: true),
                Notes = table.Column<string>(),
                Lines = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_RetentionSweeps", row => row.Key));
        builder.CreateIndex("IX_RetentionSweeps_Register", "RetentionSweeps", "Register");
        builder.CreateTable(
            name: "RetentionChecks",
            columns: table => new
            {
                Key = table.Numbered(),
                Register = table.Column<string>(),
                Blind = table.Column<byte[]>(),
                RegistrantId = table.Column<Guid>(nullable: true),
                State = table.Column<int>(),
                NotBefore = table.Column<DateOnly>(),
                CheckedOn = table.Column<DateOnly>(),
                PackVersion = table.Column<string>(),
                Automatic = table.Column<bool>(),
                Lines = table.Column<string>(),
                Filed = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_RetentionChecks", row => row.Key));
        builder.CreateIndex("IX_RetentionChecks_Register_Blind", "RetentionChecks", ["Register", "Blind"], unique: true);
        builder.CreateIndex("IX_RetentionChecks_Register_State", "RetentionChecks", ["Register", "State"]);
        builder.CreateIndex("IX_RetentionChecks_RegistrantId", "RetentionChecks", "RegistrantId");
        builder.CreateTable(
            name: "RetentionFindings",
            columns: table => new
            {
                Key = table.Numbered(),
                Id = table.Column<Guid>(),
                Register = table.Column<string>(),
                RegistrantId = table.Column<Guid>(),
                Source = table.Column<string>(),
                RecordType = table.Column<string>(),
                Rule = table.Column<string>(),
                DueSince = table.Column<DateOnly>(),
                Records = table.Column<int>(),
                FoundAt = table.Column<long>(),
                SeenAt = table.Column<long>(),
                ClearedAt = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_RetentionFindings", row => row.Key));
        builder.CreateIndex("IX_RetentionFindings_Register_RegistrantId", "RetentionFindings", ["Register", "RegistrantId"]);
    }
}
