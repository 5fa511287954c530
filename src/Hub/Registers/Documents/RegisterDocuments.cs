namespace PersonalDataHub.Hub.Registers.Documents;

/// <summary>Makes the documents of a register. The same pack makes the same bytes: no clock, no culture, no order of chance.</summary>
internal static class RegisterDocuments
{
    /// <summary>The languages that documents are made in.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["fi", "en"];

    /// <summary>The kinds of documents that a register's notice has to satisfy the law with, by the acts it was written under.</summary>
    public static IReadOnlyList<DocumentKind> KindsOf(Register register)
    {
        var underOldAct = register.Pack.Notices.Any(notice => notice.Regimes.Contains("personal-data-act"));
        return underOldAct ? [DocumentKind.Notice, DocumentKind.Record, DocumentKind.Description] : [DocumentKind.Notice, DocumentKind.Record];
    }

    public static string Write(Register register, DocumentKind kind, string language, bool asHtml)
    {
        var document = kind switch
        {
            DocumentKind.Record => ProcessingRecord.Write(register, language),
            DocumentKind.Description => RegisterDescription.Write(register, language),
            _ => PrivacyNotice.Write(register, language),
        };
        return asHtml ? HtmlDocument.Write(document) : MarkdownDocument.Write(document);
    }
}
