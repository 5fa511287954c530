using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Requests;
using PersonalDataHub.Hub.Requests.Bulk;

namespace PersonalDataHub.Hub.GraphQL.Requests;

/// <summary>How erasures of many people came.</summary>
[GraphQLName("BulkHeader")]
public sealed record BulkHeaderInput
{
    /// <summary>Chosen by the client: sending the same again with the same key returns the same. No personal data.</summary>
    public required string ClientRequestKey { get; init; }

    /// <summary>When the people asked, or the need arose (GDPR Art. 12(3)).</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>How it came.</summary>
    public required Channel Channel { get; init; }

    /// <summary>The controller's own reference, such as a case number.</summary>
    public string? Reference { get; init; }

    internal BulkHeader ToHeader(string register, IResolverContext context, int? perMinute, bool skipUnknown, TimeSpan? waitAtMost) => new()
    {
        Register = register,
        ClientRequestKey = ClientRequestKey,
        ReceivedAt = ReceivedAt,
        Channel = Channel,
        Reference = Reference,
        Purpose = PurposeGate.PurposeOf(context),
        PerMinute = perMinute,
        SkipUnknown = skipUnknown,
        WaitAtMost = waitAtMost ?? TimeSpan.FromSeconds(10),
    };
}
