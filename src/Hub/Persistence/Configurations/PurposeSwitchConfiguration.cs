using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Persistence.Configurations;

internal sealed class PurposeSwitchConfiguration : IEntityTypeConfiguration<PurposeSwitchRow>
{
    public void Configure(EntityTypeBuilder<PurposeSwitchRow> builder)
    {
        builder.ToTable("PurposeSwitches").HasKey(row => row.Key);
        builder.HasIndex(row => new { row.Register, row.Purpose });
    }
}
