using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Persistence.Configurations;

internal sealed class HandOverConfiguration : IEntityTypeConfiguration<HandOverRow>
{
    public void Configure(EntityTypeBuilder<HandOverRow> builder)
    {
        builder.ToTable("HandOvers").HasKey(row => row.Key);
        builder.HasIndex(row => new { row.Register, row.RegistrantId });
    }
}
