namespace PersonalDataHub.Hub.Profiling;

/// <summary>How much of one kind of record the compared people have.</summary>
/// <param name="RecordType">The name of the record type.</param>
/// <param name="Average">Records per person on average.</param>
/// <param name="Smallest">The fewest that one person has.</param>
/// <param name="Largest">The most that one person has.</param>
public sealed record ProfileMeasure(string RecordType, double Average, int Smallest, int Largest);
