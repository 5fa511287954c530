using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.GraphQL.Registers;

/// <summary>Who gets data, which, why and where (GDPR Art. 13(1)(e), 30(1)(d)).</summary>
[ObjectType<Recipient>]
[GraphQLName("DataRecipient")]
public static class RecipientFields;
