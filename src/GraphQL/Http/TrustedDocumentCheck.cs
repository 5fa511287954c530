using Microsoft.AspNetCore.Http;
using PersonalDataHub.GraphQL.Execution;

namespace PersonalDataHub.GraphQL.Http;

/// <summary>Finds the document of a request that names it, and refuses documents that are not to be trusted.</summary>
internal sealed class TrustedDocumentCheck(TrustedDocuments documents, TrustedDocumentOptions options)
{
    /// <summary>The request with its document, or why it is refused.</summary>
    public (GraphQLRequest Request, GraphQLError? Refusal) Resolve(GraphQLRequest request, HttpContext context)
    {
        if (request.DocumentId is not { } id)
        {
            return (request, !options.OnlyTrustedDocuments || documents.Holds(request.Query) || options.AllowsAdHocDocuments(context)
                ? null
                : GraphQLError.WithStatus(
                    "This server runs the documents of its manifest only. Name one by documentId, or have this one added.", "DOCUMENT_NOT_TRUSTED", 403));
        }

        var document = documents.Find(id);
        return document is null
                ? (request, GraphQLError.WithStatus("No document of this documentId is known here.", "DOCUMENT_NOT_FOUND", 400))
            : request.Query.Length > 0 && request.Query != document
                ? (request, GraphQLError.WithStatus("The query is another document than documentId names. Send one of the two.", "DOCUMENT_ID_MISMATCH", 400))
            : (request with { Query = document }, null);
    }
}
