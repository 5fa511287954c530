using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Encryption;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Identities;
using PersonalDataHub.Hub.Registrants.Restrictions;

namespace PersonalDataHub.Hub.PersistenceTests;

/// <summary>What the book of restrictions promises, whatever database is under it.</summary>
public abstract class RestrictionBookTests : IAsyncLifetime
{
    private const string Register = "telecom";
    private const string By = "anna";
    private readonly Guid request = Guid.NewGuid();
    private HubStore store = null!;
    private RestrictionBook book = null!;

    protected abstract Task<HubStore> CreateStoreAsync();

    public async ValueTask InitializeAsync()
    {
        store = await CreateStoreAsync();
        book = new(store.Get<IDbContextFactory<HubDbContext>>(), new(store.Get<BlindIndex>()), store.Clock);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task InForceAsync_Should_TellEachScope_When_PartsAreRestricted()
    {
        // arrange
        var aino = await RememberAsync("1001");

        // act
        await AddAsync(aino.Id, new RestrictedPart.Category("contact"));
        await AddAsync(aino.Id, new RestrictedPart.Held("crm", new("customer", "1001")));
        await AddAsync(aino.Id, new RestrictedPart.Held("crm", new("customer", "1001", "email")));
        await AddAsync(aino.Id, new RestrictedPart.Held("crm", new("customer", "1001", "email")));

        // assert
        var inForce = await book.InForceAsync(Register, aino.Id, CancellationToken.None);
        inForce.All.Select(one => (one.Scope, one.Category, one.Request, one.Since, one.Target?.Length)).ShouldBe(
        [
            (RestrictionScope.Category, "contact", request, store.Clock.GetUtcNow(), null),
            (RestrictionScope.Record, null, request, store.Clock.GetUtcNow(), 32),
            (RestrictionScope.Field, null, request, store.Clock.GetUtcNow(), 32),
        ]);
        (await book.InForceAsync("other", aino.Id, CancellationToken.None)).All.ShouldBeEmpty();
        (await book.InForceAsync(aino, CancellationToken.None)).All.Count.ShouldBe(3);
    }

    [Fact]
    public async Task InForceAsync_Should_TellBoths_When_TwoRegistrantsBecameOne()
    {
        // arrange
        var first = await RememberAsync("1001");
        var second = await RememberAsync("1002");
        await AddAsync(second.Id, new RestrictedPart.Person());

        // act
        var one = await store.Graph.RememberAsync(
            Register,
            [Customer("1001")],
            [new ObservedLink(Customer("1001"), Customer("1002"), "crm", "customer")],
            CancellationToken.None);

        // assert
        one.Id.ShouldBe(first.Id);
        (await book.InForceAsync(one, CancellationToken.None)).All.ShouldHaveSingleItem();
        (await book.InForceAsync(Register, first.Id, CancellationToken.None)).All.ShouldHaveSingleItem();
        (await book.InForceAsync(Register, second.Id, CancellationToken.None)).All.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task LiftAsync_Should_EndIt_When_ThePersonWasTold()
    {
        // arrange
        var aino = await RememberAsync("1001");
        await AddAsync(aino.Id, new RestrictedPart.Person());
        var toldAt = store.Clock.GetUtcNow().AddDays(-1);

        // act
        var lifted = await LiftAsync(toldAt);
        var again = await LiftAsync(toldAt);

        // assert
        (lifted, again).ShouldBe((1, 0));
        (await book.InForceAsync(Register, aino.Id, CancellationToken.None)).All.ShouldBeEmpty();
        await using var db = await store.OpenAsync();
        var row = await db.Restrictions.SingleAsync();
        (row.LiftedAt, row.ToldAt, row.LiftedBy).ShouldBe((store.Clock.GetUtcNow(), toldAt, By));
    }

    [Fact]
    public async Task LiftAsync_Should_LiftNothing_When_ThePersonWasNotTold()
    {
        // arrange
        var aino = await RememberAsync("1001");
        await AddAsync(aino.Id, new RestrictedPart.Person());

        // act
        var never = await Should.ThrowAsync<RegistrantQueryException>(() => LiftAsync(null));
        var future = await Should.ThrowAsync<RegistrantQueryException>(() => LiftAsync(store.Clock.GetUtcNow().AddMinutes(1)));

        // assert
        new[] { never.Code, future.Code }.ShouldAllBe(code => code == "NOT_TOLD");
        (await book.InForceAsync(Register, aino.Id, CancellationToken.None)).All.ShouldHaveSingleItem();
    }

    private static SubjectIdentity Customer(string number) => new(IdentityKinds.CustomerNumber, number, "crm");

    private Task<KnownRegistrant> RememberAsync(string number) =>
        store.Graph.RememberAsync(Register, [Customer(number)], [], CancellationToken.None);

    private Task AddAsync(Guid registrant, RestrictedPart part) => store.Gate.WriteAsync(
        (db, ct) => book.AddAsync(db, Register, registrant, request, RestrictionGround.AccuracyContested, part, ct), CancellationToken.None);

    private Task<int> LiftAsync(DateTimeOffset? toldAt) => store.Gate.WriteAsync(
        (db, ct) => book.LiftAsync(db, request, toldAt, By, ct), CancellationToken.None);
}
