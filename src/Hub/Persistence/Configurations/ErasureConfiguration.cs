using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Persistence.Configurations;

internal sealed class ErasureConfiguration : IEntityTypeConfiguration<ErasureRow>
{
    public void Configure(EntityTypeBuilder<ErasureRow> builder)
    {
        builder.ToTable("Erasures").HasKey(row => row.Id);
        builder.HasIndex(row => row.RequestId);
    }
}
