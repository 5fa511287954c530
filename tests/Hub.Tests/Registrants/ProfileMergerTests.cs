using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Persistence.Encryption;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Restrictions;

namespace PersonalDataHub.Hub.Tests.Registrants;

public sealed class ProfileMergerTests : IDisposable
{
    private static readonly Register Register = new()
    {
        Id = "telecom",
        Name = "Telecom",
        Controller = new("Esimerkki Tele Oy", null),
        PrimarySource = "crm",
        Categories = [new("identity", "Identity")],
        Purposes = [],
        Precedence = [],
    };

    private readonly TemporaryDirectory folder = new();
    private readonly RecordSeal seal;
    private readonly Withheld restricted = new(new Restriction
    {
        Ground = RestrictionGround.AccuracyContested,
        Since = DateTimeOffset.UnixEpoch,
        Scope = RestrictionScope.Person,
        Request = Guid.NewGuid(),
    });

    public ProfileMergerTests()
    {
        var master = MasterKey.Load(folder.File("keys", "master.key"), databaseExists: false, tolerateOpenFile: true);
        seal = new RecordSeal(new OpaqueIds(master), new ValueTag(master));
    }

    [Theory]
    [InlineData("Virta", "Virta", Agreement.Same)]
    [InlineData("Virta", " VIRTA ", Agreement.Equivalent)]
    [InlineData("A\u030Akerlund", "Åkerlund", Agreement.Equivalent)]
    [InlineData("Virta", "Hallavirta", Agreement.Conflict)]
    public void Merge_Should_CompareNames_When_TwoSourcesHoldOne(string one, string other, Agreement agreement)
    {
        var profile = ProfileMerger.Merge([Held("crm", ProfileTerms.FamilyName, one), Held("billing", ProfileTerms.FamilyName, other)]);

        profile.FamilyName!.Agreement.ShouldBe(agreement);
        profile.FamilyName.Value.ShouldBe(one);
        profile.FamilyName.Held.Select(held => held.Passport.Source.Id).ShouldBe(["crm", "billing"]);
    }

    [Fact]
    public void Merge_Should_SaySingle_When_OneSourceHoldsIt() =>
        ProfileMerger.Merge([Held("crm", ProfileTerms.BirthDate, "1980-01-01")]).BirthDate!.Agreement.ShouldBe(Agreement.Single);

    [Fact]
    public void Merge_Should_ListBoth_When_APersonHasTwoEmails()
    {
        var profile = ProfileMerger.Merge(
        [
            Held("crm", ProfileTerms.Email, "aino@example.org"),
            Held("crm", ProfileTerms.Email, "aino.tyossa@example.com"),
            Held("billing", ProfileTerms.Email, "Aino@example.org"),
        ]);

        profile.Emails.Select(email => (email.Value, email.Agreement)).ShouldBe(
            [("aino@example.org", Agreement.Equivalent), ("aino.tyossa@example.com", Agreement.Single)]);
    }

    [Fact]
    public void Merge_Should_TakeWaysOfWritingForOne_When_PhonesAreTheSame() =>
        ProfileMerger.Merge([Held("crm", ProfileTerms.Phone, "+358400000001"), Held("billing", ProfileTerms.Phone, "040 000 0001")])
            .Phones.ShouldHaveSingleItem().Agreement.ShouldBe(Agreement.Equivalent);

    [Theory]
    [InlineData("TURKU", "Åbo", Agreement.Equivalent)]
    [InlineData("Helsinki", "HELSINGFORS", Agreement.Equivalent)]
    [InlineData("TURKU", "TAMPERE", Agreement.Conflict)]
    public void Merge_Should_KnowBothNamesOfAPostOffice_When_AddressesAreCompared(string one, string other, Agreement agreement)
    {
        var profile = ProfileMerger.Merge([Address("crm", one), Address("billing", other)]);

        profile.PostalAddresses.ShouldHaveSingleItem().Agreement.ShouldBe(agreement);
    }

    [Fact]
    public void Merge_Should_UseTheOther_When_TheFirstSourcesValueIsWithheld()
    {
        // act
        var name = ProfileMerger.Merge([Held("crm", ProfileTerms.FamilyName, "Virta", restricted), Held("billing", ProfileTerms.FamilyName, "Halla")])
            .FamilyName!;

        // assert
        name.Value.ShouldBe("Halla");
        name.Agreement.ShouldBe(Agreement.Single);
        name.Withheld.ShouldBeNull();
        name.Held.Select(held => (held.Value, held.Tag is null, held.Withheld)).ShouldBe([(null, true, restricted), ("Halla", false, null)]);
    }

    [Fact]
    public void Merge_Should_NotTellWhetherTheyAgree_When_AllAreWithheld()
    {
        // act
        var emails = ProfileMerger.Merge(
        [
            Held("crm", ProfileTerms.Email, "aino@example.org", restricted),
            Held("billing", ProfileTerms.Email, "aino@example.org", restricted),
            Held("billing", ProfileTerms.Email, "other@example.org", restricted),
        ]).Emails;

        // assert
        var email = emails.ShouldHaveSingleItem();
        email.Value.ShouldBeNull();
        email.Agreement.ShouldBe(Agreement.Withheld);
        email.Withheld.ShouldBe(restricted);
        email.Held.Count.ShouldBe(3);
    }

    public void Dispose() => folder.Dispose();

    private HeldRecord Address(string source, string city) => Held(
        source,
        new() { Name = "address", Kind = FieldKind.Composite, Description = "Address.", ProfileTerm = ProfileTerms.PostalAddress, Parts = AddressParts.Declaration },
        new CompositeValue([null, new TextValue("Esimerkkitie 2 B 7"), new TextValue("20100"), new TextValue(city), new TextValue("FI")]));

    private HeldRecord Held(string source, string term, string value, Withheld? withheld = null) =>
        Held(source, new() { Name = "field", Kind = FieldKind.Text, Description = "A field.", ProfileTerm = term }, new TextValue(value), withheld);

    private HeldRecord Held(string source, RecordField field, FieldValue value, Withheld? withheld = null)
    {
        var type = new RecordType
        {
            Name = "person", PluralName = "persons", Description = "A person.", Category = "identity", Origin = DataOrigin.Provided, Fields = [field],
        };
        var holder = new Source { Register = "telecom", Id = source, Name = source, ConnectorId = source, State = SourceState.Active };
        return new HeldRecord(
            Guid.Empty,
            holder,
            type,
            new() { RecordType = type.Name, Key = "1", Values = [value], FoundBy = [0] },
            DateTimeOffset.UnixEpoch,
            seal,
            new PassportPolicies().Of(Register, holder),
            _ => true,
            (_, held) => held,
            _ => withheld);
    }
}
