namespace PersonalDataHub.Hub.FaultTests.Experiments;

/// <summary>The experiments by their ids.</summary>
internal static class AllExperiments
{
    public static IReadOnlyList<IExperiment> List { get; } = 
    [
    public static IReadOnlyList<IExperiment> List { get; } =
    [
        new KillExperiment(),
        new ClusterKillExperiment(),
        new AllKilledExperiment(),
        new DatabaseStopExperiment(),
        new FrozenNodeExperiment(),
        new DeliveryExperiment(),
        new RestoreExperiment(),
        new MoveExperiment(),
        new SourceDownExperiment(),
        new LyingSourceExperiment(),
        new LostReplyExperiment(),
        new SlowSourceExperiment(),
        new ConcurrentCorrectionsExperiment(),
        new RaceExperiment(),
        new DeadLetterExperiment(),
    ];
    ];

    public static IExperiment? Find(string id) => List.FirstOrDefault(experiment => experiment.Id.Equals(id, StringComparison.OrdinalIgnoreCase));
}
