using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Persistence.Configurations;

internal sealed class RequestSubjectConfiguration : IEntityTypeConfiguration<RequestSubjectRow>
{
    public void Configure(EntityTypeBuilder<RequestSubjectRow> builder)
    {
        builder.ToTable("RequestSubjects").HasKey(row => row.Key);
        builder.HasOne<RequestRow>().WithMany().HasForeignKey(row => row.RequestKey);
        builder.HasIndex(row => new { row.Register, row.Blind });
    }
}
