using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PersonalDataHub.Hub.Persistence.Migrations;

/// <summary>Registrants with their keys, identities, links and separations, and the audit chain.</summary>
[DbContext(typeof(HubDbContext))]
[Migration("20261121000000_InitialSchema")]
internal sealed class InitialSchema : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateRegistrants(migrationBuilder);
        CreateIdentities(migrationBuilder);
        CreateLinks(migrationBuilder);
        CreateSeparations(migrationBuilder);
        CreateAudit(migrationBuilder);
    }

    private static void CreateRegistrants(MigrationBuilder builder)
    {
        builder.CreateTable(
            name: "Registrants",
            columns: table => new
            {
                Key = table.Numbered(),
                Id = table.Column<Guid>(),
                Register = table.Column<string>(),
                CreatedAt = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_Registrants", row => row.Key));
        builder.CreateIndex("IX_Registrants_Register_Id", "Registrants", ["Register", "Id"], unique: true);
        builder.CreateTable(
            name: "PersonKeys",
            columns: table => new { RegistrantKey = table.Column<long>(), Wrapped = table.Column<byte[]>() },
            constraints: table =>
            {
                table.PrimaryKey("PK_PersonKeys", row => row.RegistrantKey);
                table.ForeignKey("FK_PersonKeys_Registrants", row => row.RegistrantKey, "Registrants", "Key");
            });
    }

    private static void CreateIdentities(MigrationBuilder builder)
    {
        builder.CreateTable(
            name: "Identities",
            columns: table => new
            {
                Key = table.Numbered(),
                RegistrantKey = table.Column<long>(),
                Register = table.Column<string>(),
                Kind = table.Column<string>(),
                Issuer = table.Column<string>(nullable: true),
                Value = table.Column<byte[]>(),
                Blind = table.Column<byte[]>(),
                Shareable = table.Column<bool>(),
                ValidFrom = table.Column<DateOnly>(nullable: true),
                ValidTo = table.Column<DateOnly>(nullable: true),
                CreatedAt = table.Column<long>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Identities", row => row.Key);
                table.ForeignKey("FK_Identities_Registrants", row => row.RegistrantKey, "Registrants", "Key");
            });
        builder.CreateIndex("IX_Identities_RegistrantKey", "Identities", "RegistrantKey");
        builder.CreateIndex("IX_Identities_Register_Blind", "Identities", ["Register", "Blind"]);
        builder.CreateIndex(
            "UX_Identities_Register_Blind_Identifying",
            "Identities",
            ["Register", "Blind"],
            unique: true,
            filter: builder.IsSqlite() ? "\"Shareable\" = 0" : "NOT \"Shareable\"");
    }

    private static void CreateLinks(MigrationBuilder builder)
    {
        builder.CreateTable(
            name: "IdentityLinks",
            columns: table => new
            {
                Key = table.Numbered(),
                Id = table.Column<Guid>(),
                AKey = table.Column<long>(),
                BKey = table.Column<long>(),
                Method = table.Column<int>(),
                Source = table.Column<string>(nullable: true),
                Evidence = table.Column<string>(nullable: true),
                Reason = table.Column<byte[]>(nullable: true),
                ReasonRegistrantKey = table.Column<long>(nullable: true),
                ValidFrom = table.Column<DateOnly>(nullable: true),
                ValidTo = table.Column<DateOnly>(nullable: true),
                CreatedBy = table.Column<string>(),
                CreatedAt = table.Column<long>(),
                RevokedAt = table.Column<long>(nullable: true),
                RevokedBy = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_IdentityLinks", row => row.Key);
                table.ForeignKey("FK_IdentityLinks_A", row => row.AKey, "Identities", "Key");
                table.ForeignKey("FK_IdentityLinks_B", row => row.BKey, "Identities", "Key");
                table.ForeignKey("FK_IdentityLinks_Registrants", row => row.ReasonRegistrantKey, "Registrants", "Key");
                table.CheckConstraint("CK_IdentityLinks_Order", "\"AKey\" < \"BKey\"");
            });
        builder.CreateIndex("IX_IdentityLinks_AKey", "IdentityLinks", "AKey");
        builder.CreateIndex("IX_IdentityLinks_BKey", "IdentityLinks", "BKey");
        builder.CreateIndex("IX_IdentityLinks_ReasonRegistrantKey", "IdentityLinks", "ReasonRegistrantKey");
    }

    private static void CreateSeparations(MigrationBuilder builder)
    {
        builder.CreateTable(
            name: "Separations",
            columns: table => new
            {
                Key = table.Numbered(),
                Id = table.Column<Guid>(),
                Register = table.Column<string>(),
                AKind = table.Column<string>(),
                AIssuer = table.Column<string>(nullable: true),
                ABlind = table.Column<byte[]>(),
                BKind = table.Column<string>(),
                BIssuer = table.Column<string>(nullable: true),
                BBlind = table.Column<byte[]>(),
                Reason = table.Column<byte[]>(nullable: true),
                ReasonRegistrantKey = table.Column<long>(nullable: true),
                CreatedBy = table.Column<string>(),
                CreatedAt = table.Column<long>(),
                RevokedAt = table.Column<long>(nullable: true),
                RevokedBy = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Separations", row => row.Key);
                table.ForeignKey("FK_Separations_Registrants", row => row.ReasonRegistrantKey, "Registrants", "Key");
            });
        builder.CreateIndex("IX_Separations_Register_ABlind", "Separations", ["Register", "ABlind"]);
        builder.CreateIndex("IX_Separations_Register_BBlind", "Separations", ["Register", "BBlind"]);
        builder.CreateIndex("IX_Separations_ReasonRegistrantKey", "Separations", "ReasonRegistrantKey");
    }

    private static void CreateAudit(MigrationBuilder builder) =>
        builder.CreateTable(
            name: "AuditEntries",
            columns: table => new
            {
                Sequence = table.Column<long>(),
                Id = table.Column<Guid>(),
                IntentId = table.Column<Guid>(nullable: true),
                At = table.Column<long>(),
                Actor = table.Column<string>(),
                Role = table.Column<string>(),
                Register = table.Column<string>(nullable: true),
                Purpose = table.Column<string>(nullable: true),
                Operation = table.Column<string>(),
                RegistrantToken = table.Column<string>(nullable: true),
                RequestId = table.Column<string>(nullable: true),
                Sources = table.Column<string>(),
                Fields = table.Column<string>(),
                Outcome = table.Column<string>(nullable: true),
                Records = table.Column<int>(nullable: true),
                PreviousHash = table.Column<byte[]>(),
                Hash = table.Column<byte[]>(),
            },
            constraints: table => table.PrimaryKey("PK_AuditEntries", row => row.Sequence));
}
