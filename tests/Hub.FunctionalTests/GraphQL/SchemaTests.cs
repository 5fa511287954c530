using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.GraphQL;

public sealed class SchemaTests(SharedHub shared) : IClassFixture<SharedHub>
{
    [Fact]
    public async Task Sdl_Should_SpeakTheFieldsWords_When_Downloaded()
    {
        // arrange
        using var anybody = new HttpClient { BaseAddress = shared.Hub.Address };

        // act
        var sdl = await anybody.GetStringAsync(new Uri("graphql?sdl", UriKind.Relative));

        // assert
        sdl.ShouldContain("identities: [IdentityLink!]!");
        sdl.ShouldContain("separations: [Separation!]!");
        sdl.ShouldContain("type Invoice implements PersonalRecord");
        sdl.ShouldContain("directive @purpose(");
        sdl.ShouldNotContain("KnownIdentity");
    }
}
