using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Requests;
using PersonalDataHub.Hub.Requests.Letters;

namespace PersonalDataHub.Hub.GraphQL.Requests;

/// <summary>What the schema adds to a request.</summary>
[ObjectType<DataSubjectRequest>]
public static class DataSubjectRequestFields
{
    /// <summary>
    /// The answer in writing: who answers, what was done, what was not and why, and where to complain (GDPR Art. 12(3), (4)).
    /// Null while the request is not answerable.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="catalogs">What is configured.</param>
    /// <param name="clock">The time.</param>
    /// <param name="language"><c>fi</c> or <c>en</c>.</param>
    /// <param name="html">As a page of its own; otherwise as Markdown.</param>
    public static string? GetLetter(
        [Parent] DataSubjectRequest request,
        [Service] CatalogHolder catalogs,
        [Service] TimeProvider clock,
        [DefaultValue("fi")] string language,
        [DefaultValue(false)] bool html) =>
        catalogs.Current.FindRegister(request.Register) is { } register
            ? OutcomeLetter.Write(register, request, language, html, clock.GetUtcNow())
            : null;
}
