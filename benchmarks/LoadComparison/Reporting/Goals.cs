using PersonalDataHub.LoadComparison.Measuring;

namespace PersonalDataHub.LoadComparison.Reporting;

/// <summary>Judges a run.</summary>
internal static class Goals
{
    public static IReadOnlyList<Goal> OfEngineOnly(IReadOnlyList<Measured> measured)
    {
        var (hand, engine) = (Results.One(measured, Names.Hand, 32), Results.One(measured, Names.Engine, 32));
        return
        [
            AtLeast("engine only, c=32: requests/s of *engine* / *hand*", engine.RequestsPerSecond.Median / hand.RequestsPerSecond.Median, 0.60, 0.85),
            AtMost("engine only, c=32: CPU per request of *engine* / *hand*", engine.CpuMicroseconds.Median / hand.CpuMicroseconds.Median, 1.6, 1.15),
        ];
    }

    public static IReadOnlyList<Goal> Of(Results results)
    {
        var (hand, engine) = (Results.One(results.Load, Names.Hand, 256), Results.One(results.Load, Names.Engine, 256));
        var (calmHand, calmEngine) = (Results.One(results.Load, Names.Hand, 32), Results.One(results.Load, Names.Engine, 32));
        var added = Results.One(results.AddedTime, Names.Engine, 1).MedianMilliseconds.Median
            - Results.One(results.AddedTime, Names.Hand, 1).MedianMilliseconds.Median;
        double? bestPeer = results.MissingPeers is null
            ? ((string[])[Names.Mercurius, Names.Hive]).Min(peer => Results.One(results.Load, peer, 256).CpuMicroseconds.Median)
            : null;
        return
        [
            .. OfEngineOnly(results.EngineOnly),
            AtLeast("sources of 5 ms, c=256: requests/s of *engine* / *hand*", engine.RequestsPerSecond.Median / hand.RequestsPerSecond.Median, 0.80, 0.95),
            AtLeast("sources of 5 ms, c=256: CPU per request of the best npm gateway / *engine*", bestPeer / engine.CpuMicroseconds.Median, 2, 2),
            AtMost("sources of 5 ms, c=32: p99 of *engine* / *hand*", calmEngine.SlowMilliseconds.Median / calmHand.SlowMilliseconds.Median, 1.25, 1.25),
            AtMost("sources that answer at once, c=1: p50 of *engine* - *hand*", added, 0.10, 0.10, " ms"),
            AtMost("start to first answer: *engine* / *hand*", results.Starts.Engine.Median / results.Starts.Hand.Median, 2, 2),
            AtMost("RSS after load: *engine* / *hand*", engine.ResidentMegabytes / hand.ResidentMegabytes, 1.5, 1.5),
            .. results.Deferrals.SelectMany(OfDeferral),
        ];
    }

    private static IEnumerable<Goal> OfDeferral(Deferral deferral) =>
    [
        AtMost($"`@defer`, {deferral.MediaType}: first part - fastest source", deferral.FirstPart?.Median - deferral.FastSource.Median, 25, 25, " ms"),
        AtMost($"`@defer`, {deferral.MediaType}: last part - slowest source", deferral.LastPart?.Median - deferral.SlowSource.Median, 25, 25, " ms"),
    ];

    private static Goal AtLeast(string what, double? value, double gate, double aim) => new(what, value, gate, aim, "", MoreIsBetter: true);

    private static Goal AtMost(string what, double? value, double gate, double aim, string unit = "") => new(what, value, gate, aim, unit, MoreIsBetter: false);
}
