using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Registrants.Identities;

namespace PersonalDataHub.Hub.PersistenceTests;

/// <summary>What the identity graph promises, whatever database is under it.</summary>
[Requirement("S0-15")]
[Requirement("S0-16")]
public abstract class IdentityGraphTests : IAsyncLifetime
{
    private const string Register = "telecom";
    private const string Crm = "crm";
    private const string Billing = "billing";
    private static readonly SubjectIdentity customer = Customer("1001");
    private static readonly SubjectIdentity code = Code("010170-901K");
    private static readonly SubjectIdentity email = new(IdentityKinds.Email, "aino@example.org", null);
    private static readonly SubjectIdentity phone = new(IdentityKinds.Phone, "+358400000001", null);
    private HubStore store = null!;

    private IdentityGraph Graph => store.Graph;

    protected abstract Task<HubStore> CreateStoreAsync();

    public async ValueTask InitializeAsync() => store = await CreateStoreAsync();

    public virtual async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task FindAsync_Should_FindThePerson_When_AnyNamingIdentityIsGiven()
    {
        // arrange
        var aino = await RememberAsync(customer, Link(customer, code), Link(customer, email));

        // act
        var byCustomer = await FindAsync(customer);
        var byCode = await FindAsync(code);
        var byId = await Graph.FindAsync(Register, aino.Id, CancellationToken.None);

        // assert
        byCustomer!.Id.ShouldBe(aino.Id);
        byCode!.Id.ShouldBe(aino.Id);
        byId!.Identities.ShouldBe([customer, code, email], ignoreOrder: true);
        byId.Links.Select(link => link.Strength)
            .ShouldBe([IdentityStrength.Identifying, IdentityStrength.Shareable], ignoreOrder: true);
    }

    [Fact]
    public async Task FindAsync_Should_FindThePerson_When_TheIdentityIsWrittenOtherwise()
    {
        var aino = await RememberAsync(customer, Link(customer, code));

        (await FindAsync(new SubjectIdentity(IdentityKinds.IdentityCode, " 010170\u2011901k", null)))!.Id.ShouldBe(aino.Id);
    }

    [Theory]
    [InlineData(IdentityKinds.CustomerNumber, "1001", "billing")]
    [InlineData(IdentityKinds.CustomerNumber, "01001", "crm")]
    [InlineData(IdentityKinds.IdentityCode, "010170Y901K", null)]
    [InlineData(IdentityKinds.IdentityCode, "010170901K", null)]
    [InlineData(IdentityKinds.Email, "aino@example.org", null)]
    public async Task FindAsync_Should_FindNobody_When_TheIdentityDoesNotNameThePerson(string kind, string value, string? issuer)
    {
        await RememberAsync(customer, Link(customer, code), Link(customer, email));

        (await FindAsync(new SubjectIdentity(kind, value, issuer))).ShouldBeNull();
    }

    [Fact]
    public async Task FindAsync_Should_FindNobody_When_TheRegisterIsAnother()
    {
        var aino = await RememberAsync(customer, Link(customer, code));

        (await Graph.FindAsync("wellbeing", code, CancellationToken.None)).ShouldBeNull();
        (await Graph.FindAsync("wellbeing", aino.Id, CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task FindCandidatesAsync_Should_TellAllHolders_When_AnAddressIsShared()
    {
        // arrange
        var aino = await RememberAsync(customer, Link(customer, email));
        var eino = await RememberAsync(Customer("1002"), Link(Customer("1002"), email with { Value = "Aino@EXAMPLE.org" }));

        // act
        var candidates = await Graph.FindCandidatesAsync(Register, email, CancellationToken.None);

        // assert
        eino.Id.ShouldNotBe(aino.Id);
        candidates.Select(candidate => candidate.Id).ShouldBe([aino.Id, eino.Id], ignoreOrder: true);
        aino.Identities.ShouldNotContain(Customer("1002"));
    }

    [Fact]
    public async Task RememberAsync_Should_NotJoin_When_OnlyAShareableIdentityConnects()
    {
        // arrange
        await RememberAsync(customer, Link(customer, email));

        // act
        var aino = await RememberAsync(customer, Link(customer, email), Link(email, Customer("7", Billing)), Link(email, phone));

        // assert
        aino.Identities.ShouldBe([customer, email], ignoreOrder: true);
    }

    [Fact]
    public async Task RememberAsync_Should_WriteNothing_When_NothingIsNew()
    {
        // arrange
        ObservedLink[] links = [Link(customer, code), Link(code, Customer("7", Billing), Billing), Link(customer, phone)];
        var first = await RememberAsync(customer, links);

        // act
        var again = first;
        var changes = await store.ChangesDuringAsync(async () => again = await RememberAsync(customer, links));

        // assert
        changes.ShouldBe(0);
        again.Id.ShouldBe(first.Id);
        again.Links.Select(link => link.Id).ShouldBe(first.Links.Select(link => link.Id));
    }

    [Fact]
    public async Task RememberAsync_Should_MakeOnePerson_When_ManySeeTheSameAtOnce()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => RememberAsync(customer, Link(customer, code))));

        all.Select(one => one.Id).Distinct().ShouldHaveSingleItem();
        all[0].Links.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task RememberAsync_Should_JoinUnderTheOlderId_When_TwoRecordsHoldTheSameCode()
    {
        // arrange
        var older = await RememberAsync(customer);
        var younger = await RememberAsync(Customer("1002"), Link(Customer("1002"), code));

        // act
        var joined = await RememberAsync(customer, Link(customer, code));

        // assert
        joined.Id.ShouldBe(older.Id);
        joined.Identities.ShouldBe([customer, Customer("1002"), code], ignoreOrder: true);
        (await Graph.FindAsync(Register, younger.Id, CancellationToken.None))!.Id.ShouldBe(older.Id);
    }

    [Fact]
    public async Task RememberAsync_Should_RefuseTheLink_When_CodesDifferBySignOnly()
    {
        // arrange
        var aino = await RememberAsync(customer, Link(customer, code));

        // act
        var again = await RememberAsync(customer, Link(customer, Code("010170Y901K")));

        // assert
        again.Id.ShouldBe(aino.Id);
        again.Refused.ShouldHaveSingleItem().Ground.ShouldBe(VetoGround.IdentityCodesDiffer);
        again.Identities.ShouldBe([customer, code], ignoreOrder: true);
        (await FindAsync(Code("010170Y901K"))).ShouldBeNull();
    }

    [Fact]
    public async Task RememberAsync_Should_KeepBothCodes_When_TheOldOneEnded()
    {
        // arrange
        var changed = new DateOnly(2024, 3, 1);
        await RememberAsync(customer, Link(customer, code));
        var fresh = Code("010170-900J") with { ValidFrom = changed };

        // act
        var aino = await Graph.RememberAsync(
            Register,
            [customer, code with { ValidTo = changed.AddDays(-1) }],
            [Link(customer, code)],
            CancellationToken.None);
        aino = await Graph.RememberAsync(Register, [customer, fresh], [Link(customer, fresh)], CancellationToken.None);

        // assert
        aino.Refused.ShouldBeEmpty();
        (await FindAsync(code))!.Id.ShouldBe(aino.Id);
        (await FindAsync(fresh))!.Id.ShouldBe(aino.Id);
    }

    [Fact]
    public async Task RememberAsync_Should_IgnoreWhatIsNoIdentity_When_TheSignIsMissing()
    {
        var aino = await RememberAsync(customer, Link(customer, Code("010170901K")));

        aino.Identities.ShouldBe([customer]);
    }

    [Fact]
    public async Task FindAsync_Should_LetTheLinkGo_When_ItsLastDayIsOver()
    {
        // arrange
        var billed = Customer("7", Billing);
        var aino = await RememberAsync(customer, Link(customer, billed) with { ValidTo = new DateOnly(2026, 11, 10) });
        var during = await FindAsync(billed);

        // act
        store.Clock.Advance(TimeSpan.FromDays(30));

        // assert
        during!.Id.ShouldBe(aino.Id);
        (await FindAsync(billed)).ShouldBeNull();
        (await FindAsync(customer))!.Identities.ShouldBe([customer]);
        var own = await RememberAsync(billed);
        own.Id.ShouldNotBe(aino.Id);
        (await FindAsync(billed))!.Identities.ShouldBe([billed]);
    }

    [Fact]
    public async Task SeparateAsync_Should_LeaveNoPath_When_SeveralLinksConnect()
    {
        // arrange
        var other = Customer("1002");
        var billed = Customer("7", Billing);
        await RememberAsync(customer, Link(customer, code));
        var joined = await RememberAsync(
            other, Link(other, code), Link(code, billed, Billing), Link(billed, other, Billing), Link(other, email));

        // act
        await SeparateAsync(customer, other);

        // assert
        var left = (await FindAsync(customer))!;
        var right = (await FindAsync(other))!;
        left.Id.ShouldNotBe(right.Id);
        new[] { left.Id, right.Id }.ShouldContain(joined.Id);
        left.Identities.Intersect(right.Identities).ShouldBeEmpty();
        left.Identities.Count.ShouldBe(5 - right.Identities.Count);
    }

    [Fact]
    public async Task SeparateAsync_Should_BeRemembered_When_TheSourcesShowTheLinkAgain()
    {
        // arrange
        var other = Customer("1002");
        await RememberAsync(customer, Link(customer, code));
        await RememberAsync(other, Link(other, code));
        await SeparateAsync(customer, other);

        // act
        var again = await RememberAsync(other, Link(other, code));

        // assert
        again.Refused.ShouldHaveSingleItem().Ground.ShouldBe(VetoGround.Separated);
        var separation = again.Separations.ShouldHaveSingleItem();
        separation.Own.ShouldBe(other);
        separation.Reason.ShouldBe("twins");
        (await FindAsync(customer))!.Separations.ShouldHaveSingleItem().Id.ShouldBe(separation.Id);
        (await FindAsync(customer))!.Id.ShouldNotBe(again.Id);
    }

    [Fact]
    public async Task SeparateAsync_Should_PartTheAddressToo_When_ItIsNotThatPersons()
    {
        // arrange
        await RememberAsync(customer, Link(customer, email), Link(customer, code));

        // act
        await SeparateAsync(customer, email);

        // assert
        var again = await RememberAsync(customer, Link(customer, email));
        again.Identities.ShouldBe([customer, code], ignoreOrder: true);
        again.Refused.ShouldHaveSingleItem().Ground.ShouldBe(VetoGround.Separated);
        (await RememberAsync(Customer("1002"), Link(Customer("1002"), email))).Identities.ShouldContain(email);
    }

    [Fact]
    public async Task LiftSeparationAsync_Should_LetTheLinkIn_When_TheDecisionWasTakenBack()
    {
        // arrange
        var other = Customer("1002");
        await RememberAsync(customer, Link(customer, code));
        await RememberAsync(other, Link(other, code));
        await SeparateAsync(customer, other);
        var separation = (await FindAsync(other))!.Separations.Single();

        // act
        var lifted = await Graph.LiftSeparationAsync(Register, separation.Id, "dpo", CancellationToken.None);

        // assert
        lifted.ShouldBeTrue();
        (await Graph.LiftSeparationAsync(Register, separation.Id, "dpo", CancellationToken.None)).ShouldBeFalse();
        (await RememberAsync(other, Link(other, code))).Identities.ShouldContain(customer);
    }

    [Fact]
    public async Task ConfirmLinkAsync_Should_JoinTwo_When_APersonSaysSo()
    {
        // arrange
        var billed = Customer("7", Billing);
        var aino = await RememberAsync(customer);
        await RememberAsync(billed);

        // act
        await ConfirmAsync(aino.Id, customer, billed);
        await ConfirmAsync(aino.Id, customer, billed);

        // assert
        var joined = (await FindAsync(billed))!;
        joined.Id.ShouldBe(aino.Id);
        var link = joined.Links.ShouldHaveSingleItem();
        link.Method.ShouldBe(LinkMethod.ConfirmedByPerson);
        link.CreatedBy.ShouldBe("dpo");
    }

    [Fact]
    public async Task ConfirmLinkAsync_Should_Refuse_When_SeparatedOrContradicted()
    {
        // arrange
        var other = Customer("1002");
        var aino = await RememberAsync(customer, Link(customer, code));
        await RememberAsync(other, Link(other, Code("130552-9084")));
        await SeparateAsync(customer, email);

        // act
        var contradicted = await Should.ThrowAsync<LinkForbiddenException>(() => ConfirmAsync(aino.Id, customer, other));
        var separated = await Should.ThrowAsync<LinkForbiddenException>(() => ConfirmAsync(aino.Id, customer, email));

        // assert
        contradicted.Ground.ShouldBe(VetoGround.IdentityCodesDiffer);
        separated.Ground.ShouldBe(VetoGround.Separated);
        (await FindAsync(customer))!.Identities.ShouldBe([customer, code], ignoreOrder: true);
    }

    private static SubjectIdentity Customer(string number, string issuer = Crm) =>
        new(IdentityKinds.CustomerNumber, number, issuer);

    private static SubjectIdentity Code(string value) => new(IdentityKinds.IdentityCode, value, null);

    private static ObservedLink Link(SubjectIdentity a, SubjectIdentity b, string source = Crm) => new(a, b, source, "contact");

    private Task<KnownRegistrant?> FindAsync(SubjectIdentity identity) =>
        Graph.FindAsync(Register, identity, CancellationToken.None);

    private Task<KnownRegistrant> RememberAsync(SubjectIdentity person, params ObservedLink[] links) =>
        Graph.RememberAsync(Register, [person], links, CancellationToken.None);

    private Task SeparateAsync(SubjectIdentity a, SubjectIdentity b) =>
        Graph.SeparateAsync(Register, a, b, "dpo", "twins", CancellationToken.None);

    private Task ConfirmAsync(Guid registrant, SubjectIdentity a, SubjectIdentity b) =>
        Graph.ConfirmLinkAsync(Register, registrant, a, b, "dpo", "called back", CancellationToken.None);
}
