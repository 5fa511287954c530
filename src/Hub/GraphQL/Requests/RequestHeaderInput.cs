using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Requests;

namespace PersonalDataHub.Hub.GraphQL.Requests;

/// <summary>How a request came, and whose data it is about.</summary>
[GraphQLName("RequestHeader")]
public sealed record RequestHeaderInput
{
    /// <summary>Chosen by the client: sending the same again with the same key returns the same request. No personal data.</summary>
    public required string ClientRequestKey { get; init; }

    /// <summary>Whose data it is about.</summary>
    public required RegistrantKeyInput Registrant { get; init; }

    /// <summary>When the controller, or who receives for it, got the request (GDPR Art. 12(3)).</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>How it came.</summary>
    public required Channel Channel { get; init; }

    /// <summary>The controller's own reference, such as a case number.</summary>
    public string? Reference { get; init; }

    /// <summary>Who acts for the person; left out when the person does.</summary>
    public RepresentativeInput? Representative { get; init; }

    internal RequestHeader ToHeader(string register, IResolverContext context, TimeSpan? waitAtMost) => new()
    {
        Register = register,
        ClientRequestKey = ClientRequestKey,
        Registrant = Registrant.ToKey(),
        ReceivedAt = ReceivedAt,
        Channel = Channel,
        Reference = Reference,
        Representative = Representative is null ? null : new(Representative.Name, Representative.Capacity, Representative.Evidence),
        Purpose = PurposeGate.PurposeOf(context),
        WaitAtMost = waitAtMost ?? TimeSpan.FromSeconds(10),
    };
}
