using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PersonalDataHub.Hub.Persistence.Migrations;

/// <summary>What people decided about the use of their data, what the controller turned on, what went to whom, and what of recordings is silenced.</summary>
[DbContext(typeof(HubDbContext))]
[Migration("20261121180000_Sharing")]
internal sealed class SharingSchema : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreatePermissions(migrationBuilder);
        CreateDisclosures(migrationBuilder);
        CreateRedactions(migrationBuilder);
    }

    private static void CreatePermissions(MigrationBuilder builder)
    {
        builder.CreateTable(
            name: "Permissions",
            columns: table => new
            {
                Key = table.Numbered(),
                Id = table.Column<Guid>(),
                Register = table.Column<string>(),
                RegistrantId = table.Column<Guid>(),
                Use = table.Column<int>(),
                Purpose = table.Column<string>(),
                Channel = table.Column<string>(nullable: true),
                Decision = table.Column<int>(),
                At = table.Column<long>(),
                Intake = table.Column<string>(),
                TextVersion = table.Column<string>(nullable: true),
                PackVersion = table.Column<string>(),
                Notice = table.Column<string>(nullable: true),
                RecordedBy = table.Column<string>(),
                RecordedAt = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_Permissions", row => row.Key));
        builder.CreateIndex("IX_Permissions_Register_RegistrantId", "Permissions", ["Register", "RegistrantId"]);
        builder.CreateTable(
            name: "PurposeSwitches",
            columns: table => new
            {
                Key = table.Numbered(),
                Register = table.Column<string>(),
                Purpose = table.Column<string>(),
                IsOn = table.Column<bool>(),
                Reason = table.Column<string>(),
                By = table.Column<string>(),
                At = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_PurposeSwitches", row => row.Key));
        builder.CreateIndex("IX_PurposeSwitches_Register_Purpose", "PurposeSwitches", ["Register", "Purpose"]);
    }

    private static void CreateDisclosures(MigrationBuilder builder)
    {
        builder.CreateTable(
            name: "Disclosures",
            columns: table => new
            {
                Key = table.Numbered(),
                Id = table.Column<Guid>(),
                Register = table.Column<string>(),
                Kind = table.Column<int>(),
                Recipient = table.Column<string>(),
                Country = table.Column<string>(),
                Fields = table.Column<string>(),
                Ground = table.Column<string>(nullable: true),
                Purpose = table.Column<string>(),
                Case = table.Column<string>(),
                Segment = table.Column<string>(nullable: true),
                WholeRegister = table.Column<bool>(),
                Persons = table.Column<int>(),
                PackVersion = table.Column<string>(),
                Notice = table.Column<string>(nullable: true),
                RecordedBy = table.Column<string>(),
                At = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_Disclosures", row => row.Key));
        builder.CreateIndex("IX_Disclosures_Register_Id", "Disclosures", ["Register", "Id"], unique: true);
        builder.CreateTable(
            name: "DisclosurePersons",
            columns: table => new
            {
                Key = table.Numbered(),
                DisclosureKey = table.Column<long>(),
                Register = table.Column<string>(),
                RegistrantId = table.Column<Guid>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_DisclosurePersons", row => row.Key);
                table.ForeignKey("FK_DisclosurePersons_Disclosures", row => row.DisclosureKey, "Disclosures", "Key");
            });
        builder.CreateIndex("IX_DisclosurePersons_Register_RegistrantId", "DisclosurePersons", ["Register", "RegistrantId"]);
        builder.CreateIndex("IX_DisclosurePersons_DisclosureKey", "DisclosurePersons", "DisclosureKey");
    }

    private static void CreateRedactions(MigrationBuilder builder)
    {
        builder.CreateTable(
            name: "RecordingRedactions",
            columns: table => new
            {
                Key = table.Numbered(),
                Id = table.Column<Guid>(),
                Register = table.Column<string>(),
                Target = table.Column<byte[]>(),
                FromMilliseconds = table.Column<long>(),
                ToMilliseconds = table.Column<long>(),
                Reason = table.Column<string>(),
                By = table.Column<string>(),
                At = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_RecordingRedactions", row => row.Key));
        builder.CreateIndex("IX_RecordingRedactions_Register_Target", "RecordingRedactions", ["Register", "Target"]);
    }
}
