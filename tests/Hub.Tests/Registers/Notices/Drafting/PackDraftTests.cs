using System.Globalization;
using System.Text.RegularExpressions;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Notices;
using PersonalDataHub.Hub.Registers.Notices.Drafting;
using PersonalDataHub.Hub.Registers.Yaml;

namespace PersonalDataHub.Hub.Tests.Registers.Notices.Drafting;

public sealed partial class PackDraftTests(ITestOutputHelper output)
{
    public static TheoryData<string, string> All =>
    [
        .. new[] { "defective", "corrected", "unseen" }.SelectMany(folder => NoticeText.In(folder).Select(text => new TheoryDataRow<string, string>(folder, text.Name))),
    ];

    [Theory]
    [MemberData(nameof(All))]
    public void Write_Should_ProposeWhatTheNoticeNames_When_Compared(string folder, string name)
    {
        var text = NoticeText.Of(folder, name);
        var document = text.Document;
        var categories = CategoryProposals.In(document);
        var purposes = PurposeProposals.In(document).Select(found => found.Proposal).ToList();

        var missed = text.Named.Where(words => !(words[0] == "category" ? categories : purposes).Any(proposal => Meets(proposal, words))).ToList();

        missed.ForEach(words => output.WriteLine($"missed: {string.Join(' ', words)}"));
        output.WriteLine($"{folder}/{name}: {text.Named.Count - missed.Count} of {text.Named.Count}; {categories.Count} categories and {purposes.Count} purposes proposed");
        ((text.Named.Count - missed.Count) / (double)text.Named.Count).ShouldBeGreaterThanOrEqualTo(0.8);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Write_Should_LeaveOnlyMarkedGaps_When_TheHubReadsTheDraft(string folder, string name)
    {
        var draft = PackDraft.Write(NoticeText.Of(folder, name).Document, name, $"{name}.txt");
        var room = Directory.CreateTempSubdirectory();
        try
        {
            var register = Directory.CreateDirectory(Path.Combine(room.FullName, name)).FullName;
            File.WriteAllText(Path.Combine(register, RegisterReader.FileName), draft);
            var mistakes = new MistakeList(RegisterReader.FileName);

            new RegisterReader(_ => null).Read(register, [], mistakes);

            var gaps = Gap().Matches(draft).Select(match => match.Groups["key"].Value).ToHashSet();
            mistakes.Found.Where(mistake => !gaps.Any(gap => mistake.Message.Contains($"'{gap}'", StringComparison.Ordinal)))
                .Select(mistake => mistake.ToString()).ShouldBeEmpty();
            gaps.ShouldContain("primarySource");
        }
        finally
        {
            room.Delete(recursive: true);
        }
    }

    [Fact]
    public void Write_Should_BeComplete_When_ItsGapIsFilled()
    {
        var text = NoticeText.Of("corrected", "wellbeing");
        var draft = PackDraft.Write(text.Document, "wellbeing", "wellbeing.md")
            .Replace("# MISSING: primarySource", "primarySource: crm # was missing", StringComparison.Ordinal)
            .Replace("# MISSING: identityCode", "identityCode: { ground: credit-and-collection, explanation: Laskutus } # was missing", StringComparison.Ordinal);
        var room = Directory.CreateTempSubdirectory();
        try
        {
            var folder = Directory.CreateDirectory(Path.Combine(room.FullName, "wellbeing")).FullName;
            File.WriteAllText(Path.Combine(folder, RegisterReader.FileName), draft);
            var mistakes = new MistakeList(RegisterReader.FileName);

            var register = new RegisterReader(_ => null).Read(folder, ["crm"], mistakes);

            mistakes.Found.ShouldBeEmpty();
            register.ShouldNotBeNull().Controller.BusinessId.ShouldBe("9900001-8");
            register.Purposes.Single(purpose => purpose.Id == "direct-marketing").Bases.ShouldBe(["consent"]);
            register.Pack.Statements.ShouldNotBeEmpty();
        }
        finally
        {
            room.Delete(recursive: true);
        }
    }

    [Fact]
    public void Write_Should_MarkEveryGap_When_TheNoticeSaysNothing()
    {
        var draft = PackDraft.Write(NoticeReader.Parse("Seloste\n\nTervetuloa.", NoticeFormat.PlainText), "empty", "empty.txt");

        var gaps = Gap().Matches(draft).Select(match => match.Groups["key"].Value);
        gaps.ShouldBeSubsetOf(["name", "businessId", "address", "phone", "email", "primarySource", "notices", "statements", "bases", "categories", "purposes", "origins", "recipients", "transfers", "retention", "formalities"]);
        gaps.Distinct().Count().ShouldBe(16);
    }

    private static bool Meets(Proposal proposal, string[] words) =>
        words[1].Split('|').Any(word => word[0] == '~' ? proposal.Id.Contains(NoticeItems.IdOf(word[1..]), StringComparison.Ordinal) : proposal.Id == word)
        && (words.Length < 3 || IsOn(proposal.Line, words[2]));

    private static bool IsOn(int line, string range)
    {
        var lines = range.Split('-').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        return line >= lines[0] && line <= lines[^1];
    }

    [GeneratedRegex(@"# MISSING: (?<key>\w+)")]
    private static partial Regex Gap();
}
