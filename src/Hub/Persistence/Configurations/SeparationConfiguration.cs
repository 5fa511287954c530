using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Persistence.Configurations;

internal sealed class SeparationConfiguration : IEntityTypeConfiguration<SeparationRow>
{
    public void Configure(EntityTypeBuilder<SeparationRow> builder)
    {
        builder.ToTable("Separations").HasKey(row => row.Key);
        builder.HasOne<RegistrantRow>().WithMany().HasForeignKey(row => row.ReasonRegistrantKey);
        builder.HasIndex(row => new { row.Register, row.ABlind });
        builder.HasIndex(row => new { row.Register, row.BBlind });
    }
}
