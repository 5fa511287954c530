using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Disclosures;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Encryption;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Policy;
using PersonalDataHub.Hub.Registrants.Identities;

namespace PersonalDataHub.Hub.PersistenceTests;

/// <summary>What the ledger of disclosures promises, whatever database is under it.</summary>
public abstract class DisclosureStoreTests : IAsyncLifetime
{
    private const string Requester = "Konstaapeli Kanaria, asema 7";

    private static readonly Register register = new()
    {
        Id = NoticesOfStore.Register,
        Name = "Telecom",
        Controller = new("Tele Oy", null),
        PrimarySource = "crm",
        Categories = [],
        Purposes = [],
        Precedence = [],
        Pack = PolicyPack.Empty with
        {
            Version = "1f2e3d4c5b6a7988",
            Notices = [new("old", new(2018, 5, 25), new("Seloste", "Notice"), [])],
            Recipients = [new("police", RecipientKind.Authority, new("Poliisi", "Police")), new("buyer", RecipientKind.Successor, new("Ostaja", "Buyer"))],
        },
    };

    private static readonly DisclosureOrder toPolice = new()
    {
        Register = register.Id, Recipient = "police", Fields = ["contract", "invoice.number"], For = "invoicing", Ground = "statute", Requester = Requester,
        LegalGround = "Act 917/2014 s. 157",
    };

    private HubStore store = null!;
    private DisclosureStore ledger = null!;

    protected abstract Task<HubStore> CreateStoreAsync();

    public async ValueTask InitializeAsync()
    {
        store = await CreateStoreAsync();
        ledger = new(store.Get<IDbContextFactory<HubDbContext>>(), store.Get<OpaqueIds>(), store.Clock);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    [Requirement("S3-34"), Requirement("S0-01")]
    public async Task OfAsync_Should_TellAllOfIt_When_DataOfThePersonWent()
    {
        // arrange
        var (aino, oiva) = (await RememberAsync("1001"), await RememberAsync("1002"));

        // act
        var added = await AddAsync(toPolice, DisclosureKind.Disclosure, aino.Id);

        // assert
        var entry = (await ledger.OfAsync(aino, CancellationToken.None)).ShouldHaveSingleItem();
        entry.Id.ShouldBe(added.Id);
        entry.Fields.ShouldBe(["contract", "invoice.number"]);
        (entry.Kind, entry.Recipient, entry.Ground, entry.Purpose, entry.Requester, entry.LegalGround, entry.At)
            .ShouldBe((DisclosureKind.Disclosure, "police", "statute", "invoicing", Requester, "Act 917/2014 s. 157", store.Clock.GetUtcNow()));
        (entry.Notice, entry.PackVersion, entry.RecordedBy).ShouldBe(("old", "1f2e3d4c5b6a7988", "anna"));
        (await ledger.OfAsync(oiva, CancellationToken.None)).ShouldBeEmpty();
        await using var db = await store.OpenAsync();
        (await db.Disclosures.SingleAsync()).Case.ShouldNotContain("Kanaria");
    }

    [Fact]
    [Requirement("S3-35")]
    public async Task OfAsync_Should_ConcernEverybodyNewestFirst_When_TheWholeRegisterWent()
    {
        // arrange
        var (aino, oiva) = (await RememberAsync("1001"), await RememberAsync("1002"));
        await AddAsync(toPolice, DisclosureKind.Disclosure, aino.Id);
        store.Clock.Advance(TimeSpan.FromDays(1));

        // act
        await AddAsync(toPolice with { Recipient = "buyer", WholeRegister = true, Persons = 2, Successor = "Ostaja Oy" }, DisclosureKind.TransferOfBusiness);

        // assert
        (await ledger.OfAsync(aino, CancellationToken.None)).Select(entry => entry.Recipient).ShouldBe(["buyer", "police"]);
        var entry = (await ledger.OfAsync(oiva, CancellationToken.None)).ShouldHaveSingleItem();
        (entry.WholeRegister, entry.Persons, entry.Successor).ShouldBe((true, 2, "Ostaja Oy"));
        (await ledger.OfAsync(oiva with { Register = "elsewhere" }, CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task OfAsync_Should_TellBoths_When_TwoRegistrantsBecameOne()
    {
        // arrange
        await RememberAsync("1001");
        var second = await RememberAsync("1002");
        await AddAsync(toPolice, DisclosureKind.Disclosure, second.Id);

        // act
        var one = await store.Graph.RememberAsync(
            register.Id, [Customer("1001")], [new ObservedLink(Customer("1001"), Customer("1002"), "crm", "customer")], CancellationToken.None);

        // assert
        one.Id.ShouldNotBe(second.Id);
        (await ledger.OfAsync(one, CancellationToken.None)).ShouldHaveSingleItem();
    }

    private static SubjectIdentity Customer(string number) => new(IdentityKinds.CustomerNumber, number, "crm");

    private Task<KnownRegistrant> RememberAsync(string number) =>
        store.Graph.RememberAsync(register.Id, [Customer(number)], [], CancellationToken.None);

    private Task<Disclosure> AddAsync(DisclosureOrder order, DisclosureKind kind, params Guid[] persons) => store.Gate.WriteAsync(
        (db, ct) => ledger.AddAsync(db, register, kind, order, persons, "anna", ct), CancellationToken.None);
}
