using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.GraphQL.Registers;

/// <summary>One thing that a notice says, in the words of the policy.</summary>
[ObjectType<Statement>]
[GraphQLName("NoticeStatement")]
public static class StatementFields;
