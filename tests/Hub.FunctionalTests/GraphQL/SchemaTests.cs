using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.GraphQL;

public sealed class SchemaTests(SharedHub shared) : IClassFixture<SharedHub>
{
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
}
