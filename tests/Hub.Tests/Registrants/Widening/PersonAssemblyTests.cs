using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registrants.Identities;
using PersonalDataHub.Hub.Registrants.Widening;

namespace PersonalDataHub.Hub.Tests.Registrants.Widening;

public sealed class PersonAssemblyTests
{
    private static readonly KnownIdentityKinds Kinds = new(allowArtificialIdentityCodes: true, new TestTimeProvider());
    private static readonly Source Crm = SourceOf("crm");
    private static readonly Source Billing = SourceOf("billing");
    private static readonly SubjectIdentity Customer = new(IdentityKinds.CustomerNumber, "10001", "crm");
    private static readonly SubjectIdentity Account = new(IdentityKinds.CustomerNumber, "700001", "billing");
    private static readonly SubjectIdentity Code = new(IdentityKinds.IdentityCode, "010170-901K", null);
    private static readonly SubjectIdentity CodeOfAnotherSign = new(IdentityKinds.IdentityCode, "010170Y901K", null);
    private static readonly SubjectIdentity Email = new(IdentityKinds.Email, "aino@example.org", null);

    [Fact]
    public void TakeAll_Should_FollowWhatRecordsTell_When_TheyFormAChain()
    {
        var person = Assemble(Found(Crm, Customer, Customer, Code), Found(Billing, Code, Account));

        person.Confirmed.Select(known => known.Identity).ShouldBe([Customer, Code, Account]);
        person.Links.Select(link => (link.A, link.B, link.Method)).ShouldBe(
            [(Customer, Code, LinkMethod.SourceRecord), (Code, Account, LinkMethod.SameIdentityCode)]);
    }

    [Fact]
    public void TakeAll_Should_GiveTheSamePerson_When_AnswersOfOneChainComeInAnyOrder()
    {
        var forth = Assemble(Found(Crm, Customer, Customer, Code), Found(Billing, Code, Account));
        var back = Assemble(Found(Billing, Code, Account), Found(Crm, Customer, Customer, Code));

        back.Confirmed.Select(known => known.Identity).ShouldBe(forth.Confirmed.Select(known => known.Identity));
    }

    [Fact]
    public void TakeAll_Should_KeepApart_When_IdentityCodesDifferInTheSignOnly()
    {
        // act
        var person = Assemble(Found(Crm, Customer, Customer, Code), Found(Billing, Customer, Account, CodeOfAnotherSign));

        // assert
        person.Has(Account).ShouldBeFalse();
        person.Contradictions.ShouldHaveSingleItem().Reason.ShouldContain("another identity code");
        person.IsAnothersToo(Billing, Customer).ShouldBeTrue();
        person.IsAnothersToo(Crm, Customer).ShouldBeFalse();
    }

    [Fact]
    public void TakeAll_Should_KeepApart_When_BirthDatesDiffer()
    {
        var other = new FoundRecord(Record(Billing, [Account], new DateOnly(1985, 6, 15)), Customer);

        var person = Assemble(Found(Crm, Customer, Customer, Code), other);

        person.Contradictions.ShouldHaveSingleItem().Reason.ShouldContain("date of birth");
    }

    [Fact]
    public void TakeAll_Should_PointOnlyToCandidates_When_RecordsTellWhatPeopleShare()
    {
        var person = Assemble(Found(Crm, Customer, Customer, Email));

        person.Confirmed.Select(known => known.Identity).ShouldBe([Customer]);
        person.Contacts.ShouldHaveSingleItem().Identity.ShouldBe(Email);
    }

    [Fact]
    public void TakeAll_Should_LeaveOut_When_NothingConfirmedFindsTheRecord()
    {
        var person = Assemble(Found(Billing, Code, Account));

        person.Found.ShouldBeFalse();
        person.Has(Account).ShouldBeFalse();
    }

    private static PersonAssembly Assemble(params FoundRecord[] records) =>
        new PersonAssembly(Kinds, null, [Customer]).TakeAll(records);

    private static FoundRecord Found(Source source, SubjectIdentity by, params SubjectIdentity[] told) =>
        new(Record(source, told, null), by);

    private static IdentifiedRecord Record(Source source, SubjectIdentity[] told, DateOnly? birthDate) =>
        new(source, TypeOf(source), new() { RecordType = "person", Key = told[0].Value, Values = [], FoundBy = [0] }, told,
            birthDate ?? told.Select(identity => identity.Kind == IdentityKinds.IdentityCode ? IdentityCode.BirthDateOf(identity.Value) : null).FirstOrDefault(date => date is not null),
            Shared: false);

    private static RecordType TypeOf(Source source) => source.Descriptor!.RecordTypes[0];

    private static Source SourceOf(string id) => new()
    {
        Register = "telecom",
        Id = id,
        Name = id,
        ConnectorId = id,
        State = SourceState.Active,
        Descriptor = new()
        {
            RecordTypes =
            [
                new() { Name = "person", PluralName = "persons", Description = "A person.", Category = "identity", Origin = DataOrigin.Provided, Identifies = true, Fields = [] },
            ],
            Accepts = [],
        },
    };
}
