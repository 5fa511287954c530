using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Persistence.Configurations;

internal sealed class LinkConfiguration : IEntityTypeConfiguration<LinkRow>
{
    public void Configure(EntityTypeBuilder<LinkRow> builder)
    {
        builder.ToTable("IdentityLinks").HasKey(row => row.Key);
        builder.HasOne<IdentityRow>().WithMany().HasForeignKey(row => row.AKey);
        builder.HasOne<IdentityRow>().WithMany().HasForeignKey(row => row.BKey);
        builder.HasOne<RegistrantRow>().WithMany().HasForeignKey(row => row.ReasonRegistrantKey);
    }
}
