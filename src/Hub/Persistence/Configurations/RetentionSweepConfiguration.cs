using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Persistence.Configurations;

internal sealed class RetentionSweepConfiguration : IEntityTypeConfiguration<RetentionSweepRow>
{
    public void Configure(EntityTypeBuilder<RetentionSweepRow> builder)
    {
        builder.ToTable("RetentionSweeps").HasKey(row => row.Key);
        builder.HasIndex(row => row.Register);
    }
}
