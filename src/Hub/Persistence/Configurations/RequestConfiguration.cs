using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Persistence.Configurations;

internal sealed class RequestConfiguration : IEntityTypeConfiguration<RequestRow>
{
    public void Configure(EntityTypeBuilder<RequestRow> builder)
    {
        builder.ToTable("Requests").HasKey(row => row.Key);
        builder.HasOne<BulkErasureRow>().WithMany().HasForeignKey(row => row.BulkKey);
        builder.HasIndex(row => new { row.Register, row.ClientRequestKey }).IsUnique();
    }
}
