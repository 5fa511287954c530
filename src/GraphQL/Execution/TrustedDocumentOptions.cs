using Microsoft.AspNetCore.Http;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>Documents that clients name by their hash instead of sending them. A name is no permission: whoever sends it needs the same as for the document.</summary>
public sealed class TrustedDocumentOptions
{
    /// <summary>A JSON file, <c>{ "&lt;SHA-256 in lower-case hexadecimal&gt;": "&lt;document&gt;" }</c>; hashes may begin with <c>sha256:</c>.
    /// Mistakes stop the start. The file is read again when it changes; with mistakes the documents stay as they were. Null for none, the default.</summary>
    public string? ManifestFile { get; set; }

    /// <summary>Whether documents that are not in the manifest are refused. Default false.</summary>
    public bool OnlyTrustedDocuments { get; set; }

    /// <summary>Who may send other documents all the same, such as developers; asked per request. Default nobody.</summary>
    public Func<HttpContext, bool> AllowsAdHocDocuments { get; set; } = _ => false;
}
