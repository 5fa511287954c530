using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Persistence.Configurations;

internal sealed class RegistrantConfiguration : IEntityTypeConfiguration<RegistrantRow>
{
    public void Configure(EntityTypeBuilder<RegistrantRow> builder)
    {
        builder.ToTable("Registrants").HasKey(row => row.Key);
        builder.HasIndex(row => new { row.Register, row.Id }).IsUnique();
    }
}
