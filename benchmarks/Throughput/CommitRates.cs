using PersonalDataHub.Hub.FaultTests.Setting;

namespace PersonalDataHub.Throughput;

/// <summary>How many audit entries a database took per second, each durable before its writer went on.</summary>
/// <param name="Database">Which.</param>
/// <param name="OneByOne">A commit for each: one writer after the other.</param>
/// <param name="Together">Many writers at once, whose entries share commits.</param>
internal sealed record CommitRates(DatabaseKind Database, double OneByOne, double Together);
