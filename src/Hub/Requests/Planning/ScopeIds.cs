namespace PersonalDataHub.Hub.Requests.Planning;

/// <summary>Reads the references out of a scope.</summary>
internal static class ScopeIds
{
    /// <summary>The references of values or records that the scope names; empty for other scopes.</summary>
    public static IReadOnlyList<string> Ids(this Scope scope) => scope switch
    {
        Scope.Fields fields => fields.Refs,
        Scope.Records records => records.Ids,
        _ => [],
    };
}
