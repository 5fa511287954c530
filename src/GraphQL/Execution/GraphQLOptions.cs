using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types.Pagination;
using PersonalDataHub.GraphQL.Validation;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>Limits and switches of the server.</summary>
public sealed class GraphQLOptions
{
    /// <summary>Longest time from a request's validation to its result; of a subscription, to its stream, and then of each event. Default 30 s; more than zero.</summary>
    public TimeSpan ExecutionTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest body of a request in bytes. Default 2 MiB.</summary>
    public int MaximumBodyBytes { get; set; } = 2 * 1024 * 1024;

    /// <summary>Documents whose plans are kept per schema. Default 256; at least 1.</summary>
    public int PlanCacheSize { get; set; } = 256;

    /// <summary>Subscriptions open at once; one more is refused. Default 1000; at least 1.</summary>
    public int MaximumSubscriptions { get; set; } = 1000;

    /// <summary>Operations executed at once; more wait in line, at most <see cref="ExecutionTimeout"/> in all. Open subscriptions do not count. Default 64; at least 1.</summary>
    public int MaximumConcurrentExecutions { get; set; } = 64;

    /// <summary>Whether documents may use <c>@defer</c>; clients that take no stream get one whole result all the same. Default true.</summary>
    public bool EnableDefer { get; set; } = true;

    /// <summary>Deferred fragments of one request that are open at once; an object that would defer more becomes null, with an error. Default 1000; at least 1.</summary>
    public int MaximumDeferredFragments { get; set; } = 1000;

    /// <summary>How often an event stream says that it is alive, so that proxies and clients keep it open. Default 12 s; more than zero.</summary>
    public TimeSpan KeepAliveInterval { get; set; } = TimeSpan.FromSeconds(12);

    /// <summary>Requests that one body may hold as a JSON array. They run one after the other within one <see cref="ExecutionTimeout"/>.
    /// Default 0: none, an array is refused; at least 0.</summary>
    public int MaximumBatchSize
    {
        get;
        set => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }

    /// <summary>Whether every GET with a document needs a header that pages of other sites cannot send, such as <c>GraphQL-Preflight: 1</c>.
    /// Default false: only requests that look like a browser's, sent by another site.</summary>
    public bool EnforceGetRequestsPreflightHeader { get; set; }

    /// <summary>Documents that clients name instead of sending them. Default none.</summary>
    public TrustedDocumentOptions TrustedDocuments { get; } = new();

    /// <summary>Limits of the parser.</summary>
    public ParserLimits ParserLimits { get; set; } = ParserLimits.Default;

    /// <summary>What validation allows beyond the specification: depth, aliases, fields, number of errors.</summary>
    public ValidationOptions Validation { get; set; } = ValidationOptions.Default;

    /// <summary>How much one operation may cost, and how large a page may be.</summary>
    public CostOptions Cost { get; set; } = new();

    /// <summary>How fields with <see cref="UsePagingAttribute"/> page. Default: 10 items, at most 50.</summary>
    public PagingOptions Paging { get; set; } = new();

    /// <summary>How many ids <c>nodes(ids:)</c> takes at once. Default 10; at least 1.</summary>
    public int MaximumNodes { get; set; } = 10;

    /// <summary>Whether a field without an authorization rule keeps the schema from being built. Default true; false lets everybody select such fields.</summary>
    public bool RequireFieldRules { get; set; } = true;

    /// <summary>The policy that callers fulfil who may read the schema: by <c>__schema</c> and <c>__type</c>, as text, and in suggestions of names.
    /// Default null: nobody may, or everybody where <see cref="RequireFieldRules"/> is off. <c>__typename</c> is everybody's.</summary>
    public string? IntrospectionPolicy { get; set; }

    /// <summary>Whether <c>GET ?sdl</c> answers those who may read the schema. Default true.</summary>
    public bool EnableSchemaDownload { get; set; } = true;

    /// <summary>Folder of an IDE page, served below <c>ide/</c>. With an <c>index.html</c> it is the page; otherwise a page of our own loads
    /// <c>react.production.min.js</c>, <c>react-dom.production.min.js</c>, <c>graphiql.min.js</c> and <c>graphiql.min.css</c> from it.
    /// Null, or a folder that does not exist, serves a page without an IDE.</summary>
    public string? IdeFolder { get; set; }

    /// <summary>Address below which browsers find the files of the IDE; null for <c>ide/</c> below the endpoint.</summary>
    public string? IdeAssetPath { get; set; }

    /// <summary>Request headers that our GraphiQL page starts with, such as Authorization. For demonstrations only, as every visitor sees them. Default none.</summary>
    public IDictionary<string, string> IdeHeaders { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The document that our GraphiQL page opens with. Default null: GraphiQL's own greeting.</summary>
    public string? IdeQuery { get; set; }

    /// <summary>Values of the variables of <see cref="IdeQuery"/>, as JSON writes them. Default none.</summary>
    public IDictionary<string, object?> IdeVariables { get; } = new Dictionary<string, object?>();

    /// <summary>What clients may know of an exception that resolvers do not expect, such as of a database that is gone. Default null: every one is masked.</summary>
    /// <remarks>Called with the exception; null masks it behind an id that the log knows.</remarks>
    public Func<Exception, GraphQLError?>? ErrorFilter { get; set; }

    internal void Check()
    {
        Validation.Check();
        Cost.Check();
        if (ExecutionTimeout <= TimeSpan.Zero || KeepAliveInterval <= TimeSpan.Zero
            || MaximumBodyBytes < 1 || PlanCacheSize < 1 || MaximumSubscriptions < 1 || MaximumConcurrentExecutions < 1 || MaximumDeferredFragments < 1
            || MaximumNodes < 1)
        {
            throw new InvalidOperationException(
                "GraphQLOptions: ExecutionTimeout, KeepAliveInterval, MaximumBodyBytes, PlanCacheSize, MaximumSubscriptions, MaximumConcurrentExecutions, "
                + "MaximumDeferredFragments and MaximumNodes must be more than zero.");
        }
    }
}
