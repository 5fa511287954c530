using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Persistence.Configurations;

internal sealed class TaskConfiguration : IEntityTypeConfiguration<TaskRow>
{
    public void Configure(EntityTypeBuilder<TaskRow> builder)
    {
        builder.ToTable("FulfillmentTasks").HasKey(row => row.Key);
        builder.HasOne<RequestRow>().WithMany().HasForeignKey(row => row.RequestKey);
        builder.HasIndex(row => new { row.Register, row.Source, row.DueAt });
    }
}
