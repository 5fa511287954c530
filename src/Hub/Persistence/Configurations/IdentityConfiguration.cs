using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Persistence.Configurations;

internal sealed class IdentityConfiguration : IEntityTypeConfiguration<IdentityRow>
{
    public void Configure(EntityTypeBuilder<IdentityRow> builder)
    {
        builder.ToTable("Identities").HasKey(row => row.Key);
        builder.HasOne<RegistrantRow>().WithMany().HasForeignKey(row => row.RegistrantKey);
        builder.HasIndex(row => new { row.Register, row.Blind });
    }
}
