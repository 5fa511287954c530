using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Marketing;

namespace PersonalDataHub.Hub.GraphQL.Marketing;

/// <summary>What the schema adds to a register: what is told of web data.</summary>
[ObjectType<RegisterNode>]
[Authorize(Policies.Caller)]
public static class RegisterWebFields
{
    /// <summary>What cookies are, what blocking them does, and what the person can set elsewhere.</summary>
    /// <param name="register">The register.</param>
    /// <param name="catalogs">What is configured.</param>
    /// <param name="language"><c>fi</c> or <c>en</c>.</param>
    public static WebNotice? GetWebNotice([Parent] RegisterNode register, [Service] CatalogHolder catalogs, [DefaultValue("fi")] string language) =>
        catalogs.Current.FindRegister(register.Id) is { } of ? WebNotice.Of(of, catalogs.Current.SourcesOf(of.Id), language) : null;
}
