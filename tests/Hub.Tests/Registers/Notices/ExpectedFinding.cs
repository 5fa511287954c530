using System.Globalization;
using PersonalDataHub.Hub.Registers.Notices.Lint;

namespace PersonalDataHub.Hub.Tests.Registers.Notices;

/// <summary>A defect that a reader noted: any of these kinds, on one of these lines.</summary>
internal sealed record ExpectedFinding(string Id, IReadOnlyList<string> Kinds, int First, int Last)
{
    /// <param name="words">Id, kinds parted by bars, a line or a range of lines.</param>
    public static ExpectedFinding Parse(string[] words)
    {
        var lines = words[2].Split('-').Select(line => int.Parse(line, CultureInfo.InvariantCulture)).ToArray();
        return new(words[0], words[1].Split('|'), lines[0], lines[^1]);
    }

    public bool IsMetBy(NoticeFinding finding) => Kinds.Contains(finding.Kind) && finding.Line >= First && finding.Line <= Last;

    public override string ToString() => $"{Id} {string.Join('|', Kinds)} {First}-{Last}";
}
