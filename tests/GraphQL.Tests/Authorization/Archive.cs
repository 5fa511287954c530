using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Http;
using PersonalDataHub.GraphQL.Tests.Http;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Tests.Authorization;

/// <summary>A schema in which every field has a rule, given in every way there is.</summary>
[QueryType]
[Authorize("Reader")]
public static class ArchiveQueries
{
    [AllowAnonymous]
    public static string Motto([Service] Desk desk) => desk.Resolve("Keep everything.");

    public static Letter Letter([Service] Desk desk) => desk.Resolve(new Letter("l1", "Dear", "hidden"));

    [Authorize("Keeper")]
    public static string Secret([Service] Desk desk) => desk.Resolve("hidden");

    public static IKept? Node([ID] string id, [Service] Desk desk) => desk.Resolve<IKept>(id == "m1" ? new Map("m1", "hidden") : new Letter("l1", "Dear", "hidden"));

    public static IReadOnlyList<IFound> Find([Service] Desk desk) => desk.Resolve<IReadOnlyList<IFound>>([new Letter("l1", "Dear", "hidden"), new Map("m1", "hidden")]);

    [Authorize(Roles = ["archivist", "keeper"])]
    public static int Shelves([Service] Desk desk) => desk.Resolve(7);
}

[MutationType]
public static class ArchiveMutations
{
    [Authorize("Keeper")]
    [Error<MouldException>]
    public static Letter Burn([ID] string id, [Service] Desk desk) => id == "mouldy" ? throw new MouldException() : desk.Resolve(new Letter(id, "Gone", "hidden"));
}

[SubscriptionType]
[Authorize("Keeper")]
public static class ArchiveSubscriptions
{
    public static IAsyncEnumerable<int> Arrivals([Service] Desk desk) => desk.Resolve(new[] { 1, 2 }.ToAsyncEnumerable());
}

[InterfaceType]
[Authorize("Reader")]
public interface IKept
{
    [ID]
    string Id { get; }
}

[UnionType]
public interface IFound;

[Authorize("Reader")]
public sealed record Letter([property: ID] string Id, string Greeting, [property: Authorize("Keeper")] string Body) : IKept, IFound;

/// <summary>As from an assembly that knows nothing of the library; the builder gives it its rule.</summary>
public sealed record Map([property: ID] string Id, string Treasure) : IKept, IFound;

public sealed class MouldException() : Exception("It falls apart.")
{
    public int Spores => 12;
}

/// <summary>What was asked and resolved.</summary>
public sealed class Desk
{
    public ConcurrentQueue<string> Asked { get; } = new();

    public int Resolved { get; private set; }

    public T Resolve<T>(T value)
    {
        Resolved++;
        return value;
    }
}

/// <summary>Allows the policies and roles that the header X-May names; without the header nobody knows who asks.</summary>
public sealed class Clerk(Desk desk) : IAuthorizationHandler
{
    public ValueTask<AuthorizeResult> AuthorizeAsync(AuthorizationContext context, FieldRule rule, CancellationToken cancellationToken)
    {
        desk.Asked.Enqueue(rule.ToString());
        string[]? may = context.HttpContext?.Request.Headers["X-May"] is [{ } header] ? header.Split(',') : null;
        return new(may is null ? AuthorizeResult.NotAuthenticated
            : may.Contains("null") ? null!
            : may.Contains("throws") ? throw new InvalidOperationException("hidden")
            : may.Contains(rule.Policy) || may.Intersect(rule.Roles).Any() ? AuthorizeResult.Allowed
            : AuthorizeResult.NotAllowed);
    }
}

internal static class ArchiveHost
{
    /// <summary>Starts a server that requires rules, with the archive and the clerk.</summary>
    public static Task<GraphQLHost> StartAsync(Action<GraphQLServerBuilder>? configure = null) => GraphQLHost.StartAsync(builder =>
    {
        builder.Services.AddSingleton<Desk>();
        builder.AddArchive().AddAuthorizationHandler<Clerk>();
        configure?.Invoke(builder);
    });

    public static GraphQLServerBuilder AddArchive(this GraphQLServerBuilder builder) => builder
        .ModifyOptions(options => options.RequireFieldRules = true)
        .AddType(typeof(ArchiveQueries)).AddType(typeof(ArchiveMutations)).AddType(typeof(ArchiveSubscriptions))
        .AddType<Letter>().AddType<Map>()
        .Authorize("Keeper", typeof(Map));

    public static Desk Desk(this GraphQLHost host) => host.Services.GetRequiredService<Desk>();

    /// <summary>Sends a request as somebody who may what is named; null for nobody known.</summary>
    public static async Task<(int Status, string Body)> AskAsync(this GraphQLHost host, string? may, string query, object? variables = null, string accept = "application/json")
    {
        using var request = GraphQLHttp.Post(query, variables, accept);
        if (may is not null)
        {
            request.Headers.Add("X-May", may);
        }

        using var response = await host.Client.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
