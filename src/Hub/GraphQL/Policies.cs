using PersonalDataHub.Hub.Authorization;

namespace PersonalDataHub.Hub.GraphQL;

/// <summary>Who may select what. Every field of the schema has one of these; a field without one keeps the hub from starting.</summary>
internal static class Policies
{
    /// <summary>Registers and sources: whoever has a key.</summary>
    public const string Caller = "Caller";

    /// <summary>What tells anything of a person, requests and their tasks included.</summary>
    public const string Person = "Person";

    /// <summary>What a person decides: plans, deadlines, tasks, identities, erasures of many.</summary>
    public const string Officer = "Officer";

    /// <summary>The schema itself.</summary>
    public const string Introspect = "Introspect";

    /// <summary>Lets tools read the schema; default false.</summary>
    public const string ToolsMayIntrospect = "Hub:ToolsMayIntrospect";

    /// <summary>The whole of it. What is not here nobody may.</summary>
    public static IReadOnlyDictionary<string, AccessPolicy> All(bool toolsMayIntrospect) => new Dictionary<string, AccessPolicy>
    {
        [Caller] = new(Roles.All, IsAboutPeople: false, "This key may not ask for anything."),
        [Person] = new(
            [Roles.DataProtectionOfficer, Roles.Tool],
            IsAboutPeople: true,
            "This key is for looking after sources; ask about people with another."),
        [Officer] = new([Roles.DataProtectionOfficer], IsAboutPeople: true, "Only a data protection officer decides this."),
        [Introspect] = new(
            toolsMayIntrospect ? Roles.All : [Roles.DataProtectionOfficer, Roles.Integrator],
            IsAboutPeople: false,
            "This key may not read the schema."),
    };
}
