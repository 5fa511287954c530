using PersonalDataHub.Hub.Commands;

namespace PersonalDataHub.Hub.Tests.Drift;

/// <summary>The drift of the five registers that ship: exactly what is meant to stay visible.</summary>
public sealed class FiveRegistersDriftTests(ITestOutputHelper output) : IDisposable
{
    // On a machine busy with other tests a connector may not come up in its time; what it holds is then not known.
    private const int MostAttempts = 3;
    private const string TooSlow = "did not come up";

    private readonly TemporaryDirectory folder = new();

    [Fact]
    [Requirement("S2-17")]
    public void Run_Should_TellExactlyWhatIsMeant_When_ComparingTheFiveRegisters()
    {
        // act
        var attempts = 0;
        string found, mistakes;
        do
        {
            (found, mistakes) = Run();
        }
        while (mistakes.Contains(TooSlow, StringComparison.Ordinal) && ++attempts < MostAttempts);

        // assert
        output.WriteLine(found);
        mistakes.Split('\n').Where(line => line.Length > 0 && !line.StartsWith("plugins/", StringComparison.Ordinal)).ShouldBeEmpty();
        FindingsOf(found).ShouldBe(
        [
            // Its notice leaves the heading of data categories empty.
            "social-care: remark UnfilledCategory care",
            "social-care: remark UnfilledCategory company-contact",
            "social-care: remark UnfilledCategory relationship",
            // Its notice says both that visitors are not identified and that identifying data is stored; nothing is.
            "sole-trader: remark CategoryNotHeld web",
            "sole-trader: remark FactNotUsed companyContact",
            "telecom: remark FactNotUsed companyContact",
            // Its notice gives its contents as examples only.
            "wellbeing: remark UnfilledCategory collection",
            "wellbeing: remark UnfilledCategory traffic",
        ]);
    }

    public void Dispose() => folder.Dispose();

    private static IEnumerable<string> FindingsOf(string text) => text.Split('\n')
        .Where(line => line.Contains(": error ", StringComparison.Ordinal) || line.Contains(": remark ", StringComparison.Ordinal))
        .Select(line => $"{line[..line.IndexOf('/', StringComparison.Ordinal)]}: {line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..].TrimEnd()}");

    private (string Found, string Mistakes) Run()
    {
        var (found, mistakes) = (new StringWriter(), new StringWriter());
        DriftCommand.Run(
            new()
            {
                DataDirectory = folder.File("data"),
                ConfigDirectory = RepositoryFiles.Path("connectors-config"),
                PluginsDirectory = Path.Combine(AppContext.BaseDirectory, "plugins"),
            },
            register: null,
            strict: false,
            found,
            mistakes);
        return (found.ToString(), mistakes.ToString());
    }
}
