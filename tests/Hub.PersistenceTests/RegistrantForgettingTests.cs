using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Encryption;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Identities;
using PersonalDataHub.Hub.Registrants.Restrictions;

namespace PersonalDataHub.Hub.PersistenceTests;

/// <summary>What forgetting a person promises, whatever database is under it.</summary>
public abstract class RegistrantForgettingTests : IAsyncLifetime
{
    private const string Register = "telecom";
    private static readonly SubjectIdentity customer = Customer("1001");
    private static readonly SubjectIdentity other = Customer("1002");
    private static readonly SubjectIdentity account = new("accountNumber", "77", "billing");
    private static readonly SubjectIdentity code = new(IdentityKinds.IdentityCode, "010170-901K", null);
    private static readonly SubjectIdentity email = new(IdentityKinds.Email, "koti@example.org", null);
    private static readonly SubjectIdentity phone = new(IdentityKinds.Phone, "+358400000001", null);

    private HubStore store = null!;
    private IdentityForgetting forgetting = null!;

    protected HubStore Store => store;

    protected abstract Task<HubStore> CreateStoreAsync();

    public async ValueTask InitializeAsync()
    {
        store = await CreateStoreAsync();
        Source[] sources =
        [
            SourceFinding("crm", new(IdentityKinds.CustomerNumber), new(IdentityKinds.Email)),
            SourceFinding("billing", new AcceptedIdentity(IdentityKinds.CustomerNumber, "crm"), new("accountNumber")),
            SourceFinding("call-recordings", new AcceptedIdentity(IdentityKinds.Phone)),
        ];
        forgetting = new(_ => sources, store.Get<KnownIdentityKinds>(), store.Get<PersonKeys>(), store.Clock);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task ForgetAsync_Should_LeaveNothingOfThePerson_When_NoSourceHoldsAnything()
    {
        // arrange
        var aino = await RememberAinoAsync();
        await store.Graph.ConfirmLinkAsync(Register, aino.Id, customer, other, "anna", "She said so", CancellationToken.None);
        await store.Graph.SeparateAsync(Register, customer, Customer("1003"), "anna", "Her sister", CancellationToken.None);

        // act
        await ForgetAsync(aino.Id);

        // assert
        await using var db = await store.OpenAsync();
        (await db.Identities.CountAsync(), await db.Links.CountAsync()).ShouldBe((0, 0));
        (await db.Registrants.CountAsync(), await db.PersonKeys.CountAsync()).ShouldBe((0, 0));
        (await db.Separations.SingleAsync()).Reason.ShouldBeNull();
        (await FindAsync(customer)).ShouldBeNull();
        await Should.NotThrowAsync(() => ForgetAsync(aino.Id));
    }

    [Fact]
    public async Task ForgetAsync_Should_LeaveTheOthers_When_TheyShareAnIdentity()
    {
        // arrange
        var aino = await RememberAinoAsync();
        var eino = await store.Graph.RememberAsync(Register, [other], [Link(other, email)], CancellationToken.None);
        await store.Graph.SeparateAsync(Register, other, phone, "anna", "Not his", CancellationToken.None);

        // act
        await ForgetAsync(aino.Id);

        // assert
        var left = (await FindAsync(other))!;
        left.Id.ShouldBe(eino.Id);
        left.Identities.ShouldBe([other, email], ignoreOrder: true);
        (await FindAsync(customer)).ShouldBeNull();
    }

    [Fact]
    public async Task ForgetAsync_Should_KeepWhatFindsTheRest_When_ASourceStillHoldsSomething()
    {
        // arrange
        var aino = await RememberAinoAsync();

        // act
        await ForgetAsync(aino.Id, "call-recordings");

        // assert
        var left = (await FindAsync(customer))!;
        left.Id.ShouldBe(aino.Id);
        left.Identities.ShouldBe([customer, phone], ignoreOrder: true);
        left.Links.ShouldHaveSingleItem().Source.ShouldBe("crm");
        (await FindAsync(code)).ShouldBeNull();
        (await FindAsync(account)).ShouldBeNull();
    }

    [Fact]
    public async Task ForgetAsync_Should_KeepWhatTheSourceShowed_When_ItStillHoldsSomething()
    {
        // arrange
        var aino = await RememberAinoAsync();

        // act
        await ForgetAsync(aino.Id, "billing");

        // assert
        var left = (await FindAsync(account))!;
        left.Identities.ShouldBe([customer, account], ignoreOrder: true);
        left.Links.ShouldHaveSingleItem().Source.ShouldBe("billing");

        // act: what was kept goes when billing has erased it too
        await ForgetAsync(aino.Id);

        // assert
        await using var db = await store.OpenAsync();
        (await db.Identities.CountAsync(), await db.PersonKeys.CountAsync()).ShouldBe((0, 0));
    }

    [Fact]
    public async Task ForgetAsync_Should_KeepEveryNumberOfASource_When_ItKnowsThePersonUnderTwo()
    {
        // arrange
        var aino = await store.Graph.RememberAsync(
            Register, [customer], [Link(customer, code), Link(code, other)], CancellationToken.None);

        // act
        await ForgetAsync(aino.Id, "billing");

        // assert
        (await FindAsync(other))!.Id.ShouldBe(aino.Id);
    }

    [Fact]
    public async Task ForgetAsync_Should_KeepRestrictions_When_TheIdTheyWereMadeUnderGoes()
    {
        // arrange
        var first = await store.Graph.RememberAsync(Register, [customer], [Link(customer, phone)], CancellationToken.None);
        var second = await store.Graph.RememberAsync(Register, [code], [], CancellationToken.None);
        var book = new RestrictionBook(store.Get<IDbContextFactory<HubDbContext>>(), new(store.Get<BlindIndex>()), store.Clock);
        await store.Gate.WriteAsync(
            (db, ct) => book.AddAsync(
                db, Register, second.Id, Guid.NewGuid(), RestrictionGround.NeededForLegalClaims, new RestrictedPart.Person(), ct),
            CancellationToken.None);
        await store.Graph.RememberAsync(Register, [customer], [Link(customer, code)], CancellationToken.None);

        // act
        await ForgetAsync(first.Id, "call-recordings");

        // assert
        (await FindAsync(code)).ShouldBeNull();
        (await book.InForceAsync(Register, first.Id, CancellationToken.None)).All.ShouldHaveSingleItem();
    }

    protected Task<KnownRegistrant> RememberAinoAsync() => store.Graph.RememberAsync(
        Register,
        [customer],
        [Link(customer, code), Link(customer, email), Link(customer, phone), Link(customer, account, "billing")],
        CancellationToken.None);

    protected Task ForgetAsync(Guid registrant, params string[] holding) => store.Gate.WriteAsync(
        (db, ct) => forgetting.ForgetAsync(db, Register, registrant, holding.ToHashSet(), ct), CancellationToken.None);

    private static SubjectIdentity Customer(string number) => new(IdentityKinds.CustomerNumber, number, "crm");

    private static ObservedLink Link(SubjectIdentity a, SubjectIdentity b, string source = "crm") => new(a, b, source, "contact");

    private static Source SourceFinding(string id, params AcceptedIdentity[] accepts) => new()
    {
        Register = Register, Id = id, Name = id, ConnectorId = id, State = SourceState.Active,
        Descriptor = new() { RecordTypes = [], Accepts = accepts },
    };

    private Task<KnownRegistrant?> FindAsync(SubjectIdentity identity) => store.Graph.FindAsync(Register, identity, CancellationToken.None);
}
