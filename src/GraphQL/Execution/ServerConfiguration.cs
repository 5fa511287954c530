using System.Reflection;
using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>What was registered with the builder.</summary>
internal sealed class ServerConfiguration
{
    public HashSet<Type> Types { get; } = [];

    public HashSet<Assembly> Assemblies { get; } = [];

    public List<ScalarType> Scalars { get; } = [];

    public List<DirectiveDefinition> Directives { get; } = [];

    public Dictionary<Type, FieldRule> Rules { get; } = [];

    public GraphQLOptions Options { get; } = new();
}
