namespace PersonalDataHub.DemoSources.Studio;

/// <summary>The studio's people who are there for a reason, with the customer numbers they always have.</summary>
public static class StudioCases
{
    /// <summary>In every source: orders for an organisation, invoices, visits before and after the browser was linked.</summary>
    public const string ShownFirst = "30001";

    /// <summary>Fourteen years old.</summary>
    public const string Minor = "30002";

    /// <summary>Told an age and no date of birth.</summary>
    public const string AgeOnly = "30003";

    /// <summary>One invoice is unpaid.</summary>
    public const string OpenInvoice = "30004";

    /// <summary>A collection case is open.</summary>
    public const string OpenCollection = "30005";

    /// <summary>Linked a browser, whose visits are no longer there.</summary>
    public const string ClearedCookies = "30006";

    /// <summary>Forbids publication.</summary>
    public const string NotPublished = "30007";

    /// <summary>Shares <see cref="OfficeEmail"/> with <see cref="OfficeSecond"/>.</summary>
    public const string OfficeFirst = "30008";

    /// <summary>Shares <see cref="OfficeEmail"/> with <see cref="OfficeFirst"/>.</summary>
    public const string OfficeSecond = "30009";

    /// <summary>Everything is paid and over.</summary>
    public const string NothingOpen = "30010";

    /// <summary>The mailbox of an office.</summary>
    public const string OfficeEmail = "toimisto@example.com";

    /// <summary>Every case with what is awkward about it, by customer number.</summary>
    public static IReadOnlyList<AwkwardCase> All { get; } =
    [
        new(ShownFirst, "Is in every source: orders for an organisation, invoices, visits before and after the link."),
        new(Minor, "Is fourteen years old."),
        new(AgeOnly, "Told an age and no date of birth."),
        new(OpenInvoice, "Has an unpaid invoice, which stands against erasing."),
        new(OpenCollection, "Has an open collection case, which stands against erasing."),
        new(ClearedCookies, "Linked a browser and deleted its cookies since: no visits are left, and that is no error."),
        new(NotPublished, "Forbids that the customer list is published with them on it."),
        new(OfficeFirst, "Shares an office's mailbox with 30009."),
        new(OfficeSecond, "Shares an office's mailbox with 30008."),
        new(NothingOpen, "Has nothing open: nothing stands against erasing but accounting."),
    ];
}
