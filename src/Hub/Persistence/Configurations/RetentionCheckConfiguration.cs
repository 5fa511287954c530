using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Persistence.Configurations;

internal sealed class RetentionCheckConfiguration : IEntityTypeConfiguration<RetentionCheckRow>
{
    public void Configure(EntityTypeBuilder<RetentionCheckRow> builder)
    {
        builder.ToTable("RetentionChecks").HasKey(row => row.Key);
        builder.HasIndex(row => new { row.Register, row.Blind }).IsUnique();
    }
}
