using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Persistence.Configurations;

internal sealed class RetentionFindingConfiguration : IEntityTypeConfiguration<RetentionFindingRow>
{
    public void Configure(EntityTypeBuilder<RetentionFindingRow> builder)
    {
        builder.ToTable("RetentionFindings").HasKey(row => row.Key);
        builder.HasIndex(row => new { row.Register, row.RegistrantId });
    }
}
