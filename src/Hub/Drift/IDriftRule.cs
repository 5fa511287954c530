namespace PersonalDataHub.Hub.Drift;

/// <summary>Compares one part of a register's policy with its sources, in both directions.</summary>
internal interface IDriftRule
{
    /// <summary>What has drifted apart.</summary>
    IEnumerable<DriftFinding> Find(DriftSubject subject);
}
