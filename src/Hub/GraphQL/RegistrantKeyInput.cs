using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Registrants;

namespace PersonalDataHub.Hub.GraphQL;

/// <summary>By what a person is asked for: exactly one of these.</summary>
[OneOf]
[GraphQLName("RegistrantKey")]
public sealed record RegistrantKeyInput
{
    /// <summary>The hub's own id of the registrant.</summary>
    [ID]
    public string? Id { get; init; }

    /// <summary>The customer number given by the register's primary source.</summary>
    public string? CustomerId { get; init; }

    /// <summary>Any other identity.</summary>
    public IdentityInput? Identity { get; init; }

    internal RegistrantKey ToKey() => this switch
    {
        { Id: { } id } => Guid.TryParse(id, out var guid)
            ? new RegistrantKey.ById(guid)
            : throw new GraphQLException("'id' is not the id of a registrant.", "MALFORMED_ID"),
        { CustomerId: { } customer } => new RegistrantKey.ByCustomerId(customer),
        { Identity: { } identity } => new RegistrantKey.ByIdentity(identity.Kind, identity.Value, identity.Issuer),
        _ => throw new GraphQLException("Give one of 'id', 'customerId' and 'identity'.", "MALFORMED_KEY"),
    };
}
