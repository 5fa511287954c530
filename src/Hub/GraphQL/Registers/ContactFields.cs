using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.GraphQL.Registers;

/// <summary>Whom to turn to, and in what matter.</summary>
[ObjectType<Contact>]
[GraphQLName("RegisterContact")]
public static class ContactFields;
