using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.GraphQL;

public sealed class SchemaTests(AllRegistersHub shared) : IClassFixture<AllRegistersHub>
{
    private const string Accept = "HUB_ACCEPT_PUBLIC_API";
    private const string Approved = "tests/Hub.FunctionalTests/GraphQL/schema.graphql";

    [Fact]
    public async Task Sdl_Should_BeTheApprovedOne_When_TheDemoSourcesAreServed()
    {
        var sdl = await shared.Hub.Http.GetStringAsync(new Uri("graphql?sdl", UriKind.Relative));
        var file = Path.Combine(Repository.Root, Approved);
        if (Environment.GetEnvironmentVariable(Accept) == "1")
        {
            await File.WriteAllTextAsync(file, sdl, TestContext.Current.CancellationToken);
        }

        var approved = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);

        Lines(sdl).Except(Lines(approved)).Select(line => "+ " + line).Concat(Lines(approved).Except(Lines(sdl)).Select(line => "- " + line)).ShouldBeEmpty(
            $"The schema differs from {Approved}. Where that is meant, run the test with {Accept}=1 and commit the file.");
        Lines(sdl).ShouldBe(Lines(approved));
    }

    [Fact]
    public async Task Sdl_Should_SpeakTheFieldsWords_When_Downloaded()
    {
        var sdl = await shared.Hub.Http.GetStringAsync(new Uri("graphql?sdl", UriKind.Relative));

        sdl.ShouldContain("identities: [IdentityLink!]!");
        sdl.ShouldContain("separations: [Separation!]!");
        sdl.ShouldContain("type Invoice implements PersonalRecord");
        sdl.ShouldContain("directive @purpose(");
        sdl.ShouldNotContain("KnownIdentity");
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');
}
