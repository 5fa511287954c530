namespace PersonalDataHub.Hub.Profiling;

/// <summary>What a comparison of profiles tells: of the group, never of one person.</summary>
/// <param name="Persons">How many people were compared.</param>
/// <param name="LeftOut">How many were left out because they have objected, do not let their data be combined, or have it restricted.</param>
/// <param name="Measures">What was compared; empty when fewer than two are left.</param>
public sealed record ProfileComparison(int Persons, int LeftOut, IReadOnlyList<ProfileMeasure> Measures);
