using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Persistence.Configurations;

internal sealed class DisclosurePersonConfiguration : IEntityTypeConfiguration<DisclosurePersonRow>
{
    public void Configure(EntityTypeBuilder<DisclosurePersonRow> builder)
    {
        builder.ToTable("DisclosurePersons").HasKey(row => row.Key);
        builder.HasIndex(row => new { row.Register, row.RegistrantId });
    }
}
