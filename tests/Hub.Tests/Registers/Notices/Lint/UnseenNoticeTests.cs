using PersonalDataHub.Hub.Registers.Notices.Lint;

namespace PersonalDataHub.Hub.Tests.Registers.Notices.Lint;

/// <summary>Notices that were written, with what is wrong in them, before any rule was tried on them.</summary>
public sealed class UnseenNoticeTests(ITestOutputHelper output)
{
    private static readonly DateOnly today = new(2026, 11, 21);

    [Fact]
    public void Check_Should_FindMostDefectsWithFewFalseAlarms_When_NoticesAreUnseen()
    {
        var noted = 0;
        var found = 0;
        var falseAlarms = 0;
        foreach (var text in NoticeText.In("unseen"))
        {
            var expected = text.Noted.Where(words => words[0] == "finding").Select(ExpectedFinding.Parse).ToList();
            var findings = NoticeLint.Check(text.Document, today);
            var missed = expected.Where(defect => !findings.Any(defect.IsMetBy)).ToList();
            var wrong = findings.Where(finding => !expected.Exists(defect => defect.IsMetBy(finding))).ToList();
            noted += expected.Count;
            found += expected.Count - missed.Count;
            falseAlarms += wrong.Count;
            output.WriteLine($"{text.Name}: found {expected.Count - missed.Count} of {expected.Count}, {wrong.Count} false alarms");
            missed.ForEach(defect => output.WriteLine($"  missed: {defect}"));
            wrong.ForEach(finding => output.WriteLine($"  false:  {finding.Line} {finding.Kind}"));
        }

        output.WriteLine($"recall {found} of {noted}, {falseAlarms} false alarms");
        (found / (double)noted).ShouldBeGreaterThanOrEqualTo(0.8);
        falseAlarms.ShouldBeLessThanOrEqualTo(4);
    }
}
