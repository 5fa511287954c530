using PersonalDataHub.Hub.Registers.Retention;

namespace PersonalDataHub.Hub.Retention.Explaining;

/// <summary>How long fields of one name stay that end alike.</summary>
/// <param name="Source">The id of the source.</param>
/// <param name="RecordType">The name of the record type.</param>
/// <param name="Field">The name of the field.</param>
/// <param name="Records">In how many records.</param>
/// <param name="End">The end, with the whole arithmetic.</param>
public sealed record ExplainedField(string Source, string RecordType, string Field, int Records, RetentionEnd End);
