using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Persistence.Configurations;

internal sealed class DecisionKeyConfiguration : IEntityTypeConfiguration<DecisionKeyRow>
{
    public void Configure(EntityTypeBuilder<DecisionKeyRow> builder)
    {
        builder.ToTable("DecisionKeys").HasKey(row => row.Key);
        builder.HasIndex(row => new { row.Caller, row.ClientRequestKey }).IsUnique();
    }
}
