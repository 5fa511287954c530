using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Persistence.Configurations;

internal sealed class KeyMarkConfiguration : IEntityTypeConfiguration<KeyMarkRow>
{
    public void Configure(EntityTypeBuilder<KeyMarkRow> builder)
    {
        builder.ToTable("KeyMarks").HasKey(row => row.Key);
        builder.Property(row => row.Key).ValueGeneratedNever();
    }
}
