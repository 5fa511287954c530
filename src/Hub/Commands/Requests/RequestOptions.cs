using System.CommandLine;
using System.Globalization;

namespace PersonalDataHub.Hub.Commands.Requests;

/// <summary>The options of the commands that ask for something about a person's data.</summary>
internal static class RequestOptions
{
    public static Option<string> Register { get; } = new("--register") { Description = "The register's id.", Required = true };

    public static Option<string> CustomerId { get; } = new("--customer-id") { Description = "The customer number.", Required = true };

    public static Option<string> Purpose { get; } = new("--purpose")
    {
        Description = "What the operation is for.",
        DefaultValueFactory = _ => "data-subject-rights",
    };

    public static Option<string?> RequestKey { get; } = new("--request-key")
    {
        Description = "The client's own key: the same again returns the same request; default: a new one.",
    };

    public static Option<string> Channel { get; } = new("--channel")
    {
        Description = "How the request came.",
        DefaultValueFactory = _ => "INTERNAL",
    };

    public static Option<string?> ReceivedAt { get; } = new("--received-at") { Description = "When it was received, ISO 8601; default: now." };

    public static Option<string[]> Category { get; } = new("--category")
    {
        Description = "A data category to which it is limited; may stand several times. Default: everything.",
    };

    public static Option<bool> Wait { get; } = new("--wait") { Description = "Print progress until the request has ended or waits for a person." };

    public static Option<bool> Yes { get; } = new("--yes") { Description = "Approve the plan without asking." };

    public static IReadOnlyList<Option> Common { get; } = [Register, CustomerId, Purpose, RequestKey, Channel, ReceivedAt, Wait, Yes];

    /// <summary>How the request came, as the mutations take it.</summary>
    public static object Header(ParseResult parsed) => new
    {
        clientRequestKey = parsed.GetValue(RequestKey) ?? Guid.NewGuid().ToString(),
        registrant = new { customerId = parsed.GetValue(CustomerId) },
        receivedAt = parsed.GetValue(ReceivedAt) ?? TimeProvider.System.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
        channel = parsed.GetValue(Channel),
    };

    /// <summary>What it is about.</summary>
    public static object Scope(ParseResult parsed) =>
        parsed.GetValue(Category) is { Length: > 0 } categories ? new { categories } : new { all = true };
}
