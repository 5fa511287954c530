using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Registrants;

namespace PersonalDataHub.Hub.GraphQL;

/// <summary>An identity of the registrant, by its name in the schema.</summary>
[ObjectType<KnownIdentity>]
[GraphQLName("IdentityLink")]
public static class IdentityLinkFields
{
    /// <summary>Names the identity for confirming or separating; opaque and stable.</summary>
    [ID]
    public static string GetId([Parent] KnownIdentity identity) => identity.Id;
}
