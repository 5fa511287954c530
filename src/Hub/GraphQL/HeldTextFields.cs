using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Registrants;

namespace PersonalDataHub.Hub.GraphQL;

/// <summary>What the schema adds to a value as one source holds it.</summary>
[ObjectType<HeldText>]
public static class HeldTextFields
{
    /// <summary>Names this value at this source, for a rectification; opaque and stable.</summary>
    [ID]
    public static string GetRef([Parent] HeldText held) => held.Ref;

    /// <summary>The source that holds it.</summary>
    public static SourceNode GetSource([Parent] HeldText held) => new(held.Source);
}
