using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Persistence.Configurations;

internal sealed class PersonKeyConfiguration : IEntityTypeConfiguration<PersonKeyRow>
{
    public void Configure(EntityTypeBuilder<PersonKeyRow> builder)
    {
        builder.ToTable("PersonKeys").HasKey(row => row.RegistrantKey);
        builder.Property(row => row.RegistrantKey).ValueGeneratedNever();
        builder.HasOne<RegistrantRow>().WithOne().HasForeignKey<PersonKeyRow>(row => row.RegistrantKey);
    }
}
