using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Persistence.Configurations;

internal sealed class RequestKeyConfiguration : IEntityTypeConfiguration<RequestKeyRow>
{
    public void Configure(EntityTypeBuilder<RequestKeyRow> builder)
    {
        builder.ToTable("RequestKeys").HasKey(row => row.RequestKey);
        builder.Property(row => row.RequestKey).ValueGeneratedNever();
        builder.HasOne<RequestRow>().WithOne().HasForeignKey<RequestKeyRow>(row => row.RequestKey);
    }
}
