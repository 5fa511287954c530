using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Registrants;

namespace PersonalDataHub.Hub.GraphQL;

/// <summary>What the schema adds to a passport.</summary>
[ObjectType<Passport>]
public static class PassportFields
{
    /// <summary>The source that holds the value.</summary>
    public static SourceNode GetSource([Parent] Passport passport) => new(passport.Source);
}
