using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Persistence.Configurations;

internal sealed class RestrictionConfiguration : IEntityTypeConfiguration<RestrictionRow>
{
    public void Configure(EntityTypeBuilder<RestrictionRow> builder)
    {
        builder.ToTable("Restrictions").HasKey(row => row.Key);
        builder.HasIndex(row => new { row.Register, row.RegistrantId });
    }
}
