using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Registrants;

namespace PersonalDataHub.Hub.GraphQL;

/// <summary>What the schema adds to a field of a record.</summary>
[ObjectType<PersonalField>]
public static class PersonalFieldFields
{
    /// <summary>Names this value at this source, for a rectification; opaque and stable.</summary>
    [ID]
    public static string GetRef([Parent] PersonalField field) => field.Ref;
}
