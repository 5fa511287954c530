using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Persistence.Configurations;

internal sealed class RecordingRedactionConfiguration : IEntityTypeConfiguration<RecordingRedactionRow>
{
    public void Configure(EntityTypeBuilder<RecordingRedactionRow> builder)
    {
        builder.ToTable("RecordingRedactions").HasKey(row => row.Key);
        builder.HasIndex(row => new { row.Register, row.Target });
    }
}
