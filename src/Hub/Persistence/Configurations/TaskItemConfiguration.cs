using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Persistence.Configurations;

internal sealed class TaskItemConfiguration : IEntityTypeConfiguration<TaskItemRow>
{
    public void Configure(EntityTypeBuilder<TaskItemRow> builder)
    {
        builder.ToTable("TaskItems").HasKey(row => row.Key);
        builder.HasOne<TaskRow>().WithMany().HasForeignKey(row => row.TaskKey);
    }
}
