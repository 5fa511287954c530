using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Persistence.Configurations;

internal sealed class ReturnTurnConfiguration : IEntityTypeConfiguration<ReturnTurnRow>
{
    public void Configure(EntityTypeBuilder<ReturnTurnRow> builder)
    {
        builder.ToTable("ReturnTurns").HasKey(row => row.Key);
        builder.HasIndex(row => new { row.Register, row.Source }).IsUnique();
    }
}
