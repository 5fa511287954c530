using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.Hub.Authorization;

namespace PersonalDataHub.Hub.GraphQL;

/// <summary>What of the GraphQL server an operator sets.</summary>
public static class Transport
{
    /// <summary>The path of a manifest of trusted documents.</summary>
    public const string TrustedDocuments = "Hub:GraphQL:TrustedDocuments";

    /// <summary>Whether other documents are refused to everybody but data protection officers.</summary>
    public const string OnlyTrusted = "Hub:GraphQL:OnlyTrusted";

    /// <summary>Takes the settings over.</summary>
    /// <exception cref="InvalidOperationException">Only trusted documents are to run, and there are none.</exception>
    public static void Configure(GraphQLOptions options, IConfiguration configuration, string contentRoot)
    {
        var trusted = options.TrustedDocuments;
        trusted.ManifestFile = configuration[TrustedDocuments] is { Length: > 0 } path ? Path.GetFullPath(path, Path.GetFullPath(contentRoot)) : null;
        trusted.OnlyTrustedDocuments = configuration.GetValue<bool>(OnlyTrusted);
        trusted.AllowsAdHocDocuments = http => Caller.From(http.User)?.Role == Roles.DataProtectionOfficer;
        if (trusted is { OnlyTrustedDocuments: true, ManifestFile: null })
        {
            throw new InvalidOperationException($"{OnlyTrusted} is set, but {TrustedDocuments} names no manifest; give its path.");
        }
    }
}
