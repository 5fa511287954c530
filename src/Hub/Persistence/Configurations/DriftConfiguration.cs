using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Persistence.Configurations;

internal sealed class DriftConfiguration : IEntityTypeConfiguration<DriftRow>
{
    public void Configure(EntityTypeBuilder<DriftRow> builder)
    {
        builder.ToTable("Drift").HasKey(row => row.Key);
        builder.HasIndex(row => new { row.Register, row.ResolvedAt });
    }
}
