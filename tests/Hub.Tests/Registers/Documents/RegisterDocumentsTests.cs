using System.Globalization;
using System.Text;
using PersonalDataHub.Hub.Registers.Documents;
using PersonalDataHub.Hub.Registers.Notices;
using PersonalDataHub.Hub.Registers.Notices.Lint;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Tests.Registers.Documents;

public sealed class RegisterDocumentsTests
{
    private static readonly DateOnly today = new(2026, 11, 21);

    public static TheoryData<string, string> RegistersAndLanguages =>
        [.. ConfiguredRegisters.Ids.SelectMany(id => RegisterDocuments.Languages.Select(language => new TheoryDataRow<string, string>(id, language)))];

    [Theory]
    [MemberData(nameof(RegistersAndLanguages))]
    public void Write_Should_EqualTheExample_When_MadeFromTheConfiguredPack(string id, string language)
    {
        var register = ConfiguredRegisters.Read(id);
        var differing = new List<string>();
        foreach (var kind in RegisterDocuments.KindsOf(register))
        {
            foreach (var format in new[] { "md", "html" })
            {
                var path = RepositoryFiles.Path("docs", "examples", id, $"{kind.ToString().ToLowerInvariant()}.{language}.{format}");
                var text = RegisterDocuments.Write(register, kind, language, format == "html");
                if (Environment.GetEnvironmentVariable("HUB_ACCEPT_PUBLIC_API") is { Length: > 0 })
                {
                    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                    File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
                }

                if (!File.Exists(path) || File.ReadAllText(path) != text)
                {
                    differing.Add(Path.GetFileName(path));
                }
            }
        }

        differing.ShouldBeEmpty("the pack changed: read the documents again, and accept them with HUB_ACCEPT_PUBLIC_API=1");
    }

    [Theory]
    [MemberData(nameof(RegistersAndLanguages))]
    public void Write_Should_PassItsOwnLint_When_TheNoticeIsReadBack(string id, string language)
    {
        var register = ConfiguredRegisters.Read(id);
        foreach (var asHtml in new[] { false, true })
        {
            var text = RegisterDocuments.Write(register, DocumentKind.Notice, language, asHtml);

            var findings = NoticeLint.Check(NoticeReader.Parse(text, asHtml ? NoticeFormat.Html : NoticeFormat.Markdown), today);

            var lines = text.Split('\n');
            findings.Select(finding => $"{finding.Kind} {finding.Line}: {lines[finding.Line - 1]}").ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("fi-FI")]
    [InlineData("ar-SA")]
    public void Write_Should_MakeTheSameBytes_When_TheMachineIsAnother(string culture)
    {
        var register = ConfiguredRegisters.Read("wellbeing");
        var before = CultureInfo.CurrentCulture;
        var expected = RegisterDocuments.Write(register, DocumentKind.Record, "en", asHtml: true);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

            RegisterDocuments.Write(ConfiguredRegisters.Read("wellbeing"), DocumentKind.Record, "en", asHtml: true).ShouldBe(expected);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(true, "&lt;script&gt;alert(1)&lt;/script&gt; | &amp; &quot;x&quot;")]
    [InlineData(false, "\\<script>alert(1)\\</script> \\| & \"x\"")]
    public void Write_Should_Escape_When_APackHoldsMarkup(bool asHtml, string expected)
    {
        var register = ConfiguredRegisters.Read("studio");
        register = register with { Names = new LocalText("<script>alert(1)</script> | & \"x\"", "x") };

        var text = RegisterDocuments.Write(register, DocumentKind.Notice, "fi", asHtml);

        text.ShouldContain(expected);
        text.ShouldNotContain(" <script>");
    }

    [Theory]
    [InlineData("studio")]
    [InlineData("social-care")]
    [Requirement("S1-33")]
    [Requirement("S2-42")]
    public void Write_Should_SayWhatCookiesAre_When_ThePackDoes(string id)
    {
        var register = ConfiguredRegisters.Read(id);

        foreach (var language in RegisterDocuments.Languages)
        {
            var said = register.Pack.Web.CookieText.ShouldNotBeNull().In(language);
            RegisterDocuments.Write(register, DocumentKind.Notice, language, asHtml: false).ShouldContain(said);
        }
    }

    [Fact]
    [Requirement("S4-01")]
    public void KindsOf_Should_MakeADocumentForEachRegime_When_TheNoticeServesTwo()
    {
        var register = ConfiguredRegisters.Read("sole-trader");

        RegisterDocuments.KindsOf(register).ShouldBe([DocumentKind.Notice, DocumentKind.Record, DocumentKind.Description]);
        RegisterDocuments.KindsOf(ConfiguredRegisters.Read("telecom")).ShouldNotContain(DocumentKind.Description);
        RegisterDocuments.Write(register, DocumentKind.Description, "fi", asHtml: false).ShouldStartWith("# Rekisteriseloste: ");
        RegisterDocuments.Write(register, DocumentKind.Record, "fi", asHtml: false).ShouldContain("(30(1)(g))");
        RegisterDocuments.Write(register, DocumentKind.Notice, "fi", asHtml: false).ShouldContain("## Valitus valvontaviranomaiselle");
    }

    [Fact]
    [Requirement("S2-17")]
    public void Write_Should_FillTheCategories_When_TheNoticeLeftThemEmpty()
    {
        var register = ConfiguredRegisters.Read("social-care");
        var filled = register.Categories.Where(category => !category.InNotice).ToList();

        filled.ShouldNotBeEmpty();
        var text = RegisterDocuments.Write(register, DocumentKind.Notice, "fi", asHtml: false);
        filled.ShouldAllBe(category => text.Contains($"| {category.Name} |"));
    }
}
