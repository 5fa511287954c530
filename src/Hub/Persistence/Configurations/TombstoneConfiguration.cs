using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Persistence.Configurations;

internal sealed class TombstoneConfiguration : IEntityTypeConfiguration<TombstoneRow>
{
    public void Configure(EntityTypeBuilder<TombstoneRow> builder)
    {
        builder.ToTable("Tombstones").HasKey(row => row.Key);
        builder.HasIndex(row => new { row.Register, row.Blind });
    }
}
