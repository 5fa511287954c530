using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Encryption;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants.Identities;

namespace PersonalDataHub.Hub.Disclosures;

/// <summary>Keeps the ledger of disclosures: opaque persons, names of fields, sealed texts.</summary>
internal sealed class DisclosureStore(IDbContextFactory<HubDbContext> contexts, OpaqueIds ids, TimeProvider clock)
{
    /// <summary>Adds an entry, within a unit of the write gate.</summary>
    public async Task<Disclosure> AddAsync(
        HubDbContext db,
        Register register,
        DisclosureKind kind,
        DisclosureOrder order,
        IReadOnlyList<Guid> persons,
        string by,
        CancellationToken cancellationToken)
    {
        var recipient = register.Pack.FindRecipient(order.Recipient)!;
        var now = clock.GetUtcNow();
        var under = NoticeInForce.Of(register, now);
        var row = new DisclosureRow
        {
            Id = Guid.NewGuid(),
            Register = register.Id,
            Kind = kind,
            Recipient = recipient.Id,
            Country = order.Country ?? recipient.Country,
            Fields = JsonSerializer.Serialize(order.Fields, DisclosureJson.Default.IReadOnlyListString),
            Ground = order.Ground,
            Purpose = order.For,
            Case = Seal(new(
                recipient.Task?.En,
                order.Requester,
                order.LegalGround,
                order.Successor,
                order.Safeguard ?? recipient.Safeguard,
                order.Necessity ?? recipient.Necessity?.En)),
            Segment = order.Segment,
            WholeRegister = order.WholeRegister,
            Persons = order.Registrants.Count > 0 ? persons.Count : order.Persons ?? 0,
            PackVersion = under.PackVersion,
            Notice = under.Notice,
            RecordedBy = by,
            At = now,
        };
        db.Disclosures.Add(row);
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        db.DisclosurePersons.AddRange(persons.Select(
            person => new DisclosurePersonRow { DisclosureKey = row.Key, Register = register.Id, RegistrantId = person }));
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return DisclosureOf(row);
    }

    /// <summary>Adds the recipient's receipt to an entry, within a unit of the write gate.</summary>
    public async Task ConfirmAsync(HubDbContext db, Guid id, string reference, string by, CancellationToken cancellationToken)
    {
        var row = await db.Disclosures.SingleAsync(row => row.Id == id, cancellationToken).ConfigureAwait(false);
        (row.ReceiptAt, row.ReceiptBy) = (clock.GetUtcNow(), by);
        row.Receipt = ids.Seal(DisclosureRow.ReceiptSeal, Encoding.UTF8.GetBytes(reference));
    }

    /// <summary>What went of a person's data, newest first; what concerned the whole register included.</summary>
    public async Task<IReadOnlyList<Disclosure>> OfAsync(KnownRegistrant registrant, CancellationToken cancellationToken)
    {
        Guid[] persons = [.. registrant.Ids.Append(registrant.Id).Distinct()];
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var keys = db.DisclosurePersons.Where(row => row.Register == registrant.Register && persons.Contains(row.RegistrantId))
            .Select(row => row.DisclosureKey);
        var rows = await db.Disclosures.AsNoTracking()
            .Where(row => row.Register == registrant.Register && (row.WholeRegister || keys.Contains(row.Key)))
            .OrderByDescending(row => row.Key)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(DisclosureOf)];
    }

    private Disclosure DisclosureOf(DisclosureRow row)
    {
        var about = Open(row.Case);
        return new()
        {
            Id = row.Id,
            Kind = row.Kind,
            Recipient = row.Recipient,
            Country = row.Country,
            Fields = JsonSerializer.Deserialize(row.Fields, DisclosureJson.Default.IReadOnlyListString)!,
            Ground = row.Ground,
            Purpose = row.Purpose,
            Task = about.Task,
            Requester = about.Requester,
            LegalGround = about.LegalGround,
            Successor = about.Successor,
            Safeguard = about.Safeguard,
            Necessity = about.Necessity,
            Segment = row.Segment,
            WholeRegister = row.WholeRegister,
            Persons = row.Persons,
            PackVersion = row.PackVersion,
            Notice = row.Notice,
            RecordedBy = row.RecordedBy,
            At = row.At,
            Receipt = row is { ReceiptAt: { } at, ReceiptBy: { } by, Receipt: { } sealedText } && ids.TryOpen(DisclosureRow.ReceiptSeal, sealedText, out var reference)
                ? new(at, by, Encoding.UTF8.GetString(reference))
                : null,
        };
    }

    private string Seal(DisclosureCase about) =>
        ids.Seal(DisclosureRow.Seal, Encoding.UTF8.GetBytes(JsonSerializer.Serialize(about, DisclosureJson.Default.DisclosureCase)));

    private DisclosureCase Open(string text) => ids.TryOpen(DisclosureRow.Seal, text, out var bytes)
        ? JsonSerializer.Deserialize(bytes, DisclosureJson.Default.DisclosureCase)!
        : throw new InvalidOperationException("The case of a disclosure was sealed under another key.");
}
