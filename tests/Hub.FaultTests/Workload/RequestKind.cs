namespace PersonalDataHub.Hub.FaultTests.Workload;

/// <summary>What a person is said to have asked.</summary>
internal enum RequestKind
{
    Erasure,
    Rectification,
    Restriction,
}
