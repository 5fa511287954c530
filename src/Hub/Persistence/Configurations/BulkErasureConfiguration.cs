using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Persistence.Configurations;

internal sealed class BulkErasureConfiguration : IEntityTypeConfiguration<BulkErasureRow>
{
    public void Configure(EntityTypeBuilder<BulkErasureRow> builder)
    {
        builder.ToTable("BulkErasures").HasKey(row => row.Key);
    }
}
