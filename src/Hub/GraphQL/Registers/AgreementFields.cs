using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.GraphQL.Registers;

/// <summary>The contract with a recipient (GDPR Art. 28(3)).</summary>
[ObjectType<Agreement>]
[GraphQLName("RecipientAgreement")]
public static class AgreementFields;
