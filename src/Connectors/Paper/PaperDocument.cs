using System.Security.Cryptography;
using System.Text;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Tables;

namespace PersonalDataHub.Connectors.Paper;

/// <summary>One line of the archive's index: a folder or document about one person.</summary>
internal sealed record PaperDocument
{
    public required string Key { get; init; }

    public required string Number { get; init; }

    public required string Customer { get; init; }

    public required string? Place { get; init; }

    public required string? Kind { get; init; }

    public required DateOnly? From { get; init; }

    public required DateOnly? To { get; init; }

    /// <summary>When it was first handled; null while it waits, or where the index does not tell.</summary>
    public required DateOnly? Handled { get; init; }

    /// <summary>True when it lies in the archive: it has been handled, or the index does not tell of handling.</summary>
    public required bool PutAway { get; init; }

    public required bool Restricted { get; init; }

    /// <summary>True when something in the line could not be read.</summary>
    public required bool Doubtful { get; init; }

    /// <summary>Reads a line; null when it names no document or no customer.</summary>
    public static PaperDocument? Of(TableRow row, TableHeader header, PaperColumns columns)
    {
        if (row[columns.Number] is not { } number || row[columns.Customer] is not { } customer)
        {
            return null;
        }

        var (from, to, handled) = (TableText.Day(row[columns.From]), TableText.Day(row[columns.To]), TableText.Day(row[columns.Handled]));
        var restricted = TableText.Flag(row[columns.Restricted]);
        return new()
        {
            Key = KeyOf(row, columns)!,
            Number = number,
            Customer = customer,
            Place = row[columns.Place],
            Kind = row[columns.Kind],
            From = from,
            To = to,
            Handled = handled,
            PutAway = handled is not null || header.Find(columns.Handled) is null,

            // A mark that nobody can read must not set a document free.
            Restricted = restricted ?? row[columns.Restricted] is not null,
            Doubtful = Unread(from, columns.From) || Unread(to, columns.To) || Unread(handled, columns.Handled)
                || (restricted is null && row[columns.Restricted] is not null),
        };

        bool Unread(DateOnly? day, string column) => day is null && row[column] is not null;
    }

    /// <summary>What the hub knows the document by: a folder about several people is one record of each.</summary>
    public static string? KeyOf(TableRow row, PaperColumns columns) =>
        row[columns.Number] is { } number && row[columns.Customer] is { } customer
            ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{number}\0{customer}")).AsSpan(0, 16))
            : null;

    /// <summary>Whether what the document is about overlaps with the time in which the identity was the person's.</summary>
    public bool LiesWithin(SubjectIdentity identity) =>
        (identity.ValidTo is not { } until || From is not { } from || from <= until)
        && (identity.ValidFrom is not { } since || (To ?? From) is not { } to || to >= since);

    public override string ToString() => nameof(PaperDocument);
}
