using PersonalDataHub.GraphQL.Http;

namespace PersonalDataHub.GraphQL.Tests.Http;

/// <summary>Registers the library's schema.</summary>
internal static class LibraryTypes
{
    public static GraphQLServerBuilder AddLibrary(this GraphQLServerBuilder builder) => builder
        .AddType(typeof(LibraryQueries))
        .AddType(typeof(LibraryMutations))
        .AddType(typeof(BookNode));
}
