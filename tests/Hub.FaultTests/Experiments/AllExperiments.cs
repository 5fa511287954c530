namespace PersonalDataHub.Hub.FaultTests.Experiments;

/// <summary>The experiments by their ids.</summary>
internal static class AllExperiments
{
    public static IReadOnlyList<IExperiment> List { get; } =
    [
        new KillExperiment(), new ClusterKillExperiment(), new AllKilledExperiment(), new DatabaseStopExperiment(), new FrozenNodeExperiment(),
        new SourceDownExperiment(), new LyingSourceExperiment(), new LostReplyExperiment(), new DeliveryExperiment(), new SlowSourceExperiment(),
        new FullDiskExperiment(), new ConcurrentCorrectionsExperiment(), new RaceExperiment(), new FailingCallExperiment(), new RestoreExperiment(),
        new DeadLetterExperiment(), new MoveExperiment(),
    ];

    public static IExperiment? Find(string id) => List.FirstOrDefault(experiment => experiment.Id.Equals(id, StringComparison.OrdinalIgnoreCase));
}
