using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using System.Text;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>What monitoring is told of operations: kind, name, hash of the document, time, outcome. Never a document, a variable or a value.</summary>
/// <remarks>The metrics carry no names, as clients choose them and there would be a series for each.</remarks>
internal sealed class OperationTelemetry
{
    private const int LongestName = 100;

    private static readonly ActivitySource Source = new(GraphQLTelemetry.Name);

    private readonly Histogram<double> duration;
    private readonly Counter<long> documents;
    private readonly TimeProvider clock;

    public OperationTelemetry(IMeterFactory meters, TimeProvider clock, Func<int> openSubscriptions)
    {
        this.clock = clock;
        var meter = meters.Create(GraphQLTelemetry.Name);
        duration = meter.CreateHistogram<double>(
            "graphql.server.operation.duration", "s", "How long operations took, by kind and outcome; of a subscription, until it was open.");
        documents = meter.CreateCounter<long>("graphql.server.documents", "{document}", "Documents asked for, by whether they were known.");
        meter.CreateObservableUpDownCounter("graphql.server.subscriptions", openSubscriptions, "{subscription}", "Subscriptions that are open.");
    }

    /// <summary>Whether somebody wants to know; otherwise nothing is watched.</summary>
    public bool IsListenedTo => duration.Enabled || documents.Enabled || Source.HasListeners();

    /// <summary>Begins to watch an operation; dispose of it when the operation is answered.</summary>
    public Watch Begin() => new(this, Source.StartActivity("GraphQL Operation"), clock.GetTimestamp());

    /// <summary>One operation as it goes through its phases.</summary>
    public sealed class Watch(OperationTelemetry telemetry, Activity? activity, long began) : IDisposable
    {
        private string kind = "unknown";
        private string outcome = "aborted";

        /// <summary>A phase of the operation, a span of its own: parse, validate, plan, execute. Null while nobody listens.</summary>
        public Activity? Phase(string name) => activity is null ? null : Source.StartActivity("GraphQL " + name);

        public void Document(string query, bool isKnown)
        {
            telemetry.documents.Add(1, new KeyValuePair<string, object?>("graphql.document.known", isKnown));
            activity?.SetTag("graphql.document.hash", "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(query))));
        }

        public void Operation(OperationPlan plan)
        {
            kind = plan.Operation.Operation.ToString().ToLowerInvariant();
            if (activity is not null)
            {
                activity.DisplayName = kind;
                activity.SetTag("graphql.operation.type", kind);
                activity.SetTag("graphql.operation.name", plan.Operation.Name is { Length: > LongestName } name ? name[..LongestName] : plan.Operation.Name);
            }
        }

        /// <summary>Takes the outcome from the answer: <c>ok</c>, or the code of its first error.</summary>
        public ResponseStream Ended(ResponseStream answer)
        {
            outcome = answer.Result?.Errors is [var first, ..] ? first.Code ?? "error" : "ok";
            return answer;
        }

        public void Dispose()
        {
            if (activity is not null)
            {
                activity.SetTag("graphql.outcome", outcome);
                activity.SetStatus(outcome == "ok" ? ActivityStatusCode.Unset : ActivityStatusCode.Error);
                activity.Dispose();
            }

            telemetry.duration.Record(
                telemetry.clock.GetElapsedTime(began).TotalSeconds,
                new KeyValuePair<string, object?>("graphql.operation.type", kind),
                new KeyValuePair<string, object?>("graphql.outcome", outcome));
        }
    }
}
