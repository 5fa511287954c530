using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Registers;

namespace PersonalDataHub.Hub.GraphQL.Registers;

/// <summary>The company or person that decides why and how the data is processed (GDPR Art. 4(7)).</summary>
[ObjectType<Controller>]
[GraphQLName("RegisterController")]
public static class ControllerFields;
