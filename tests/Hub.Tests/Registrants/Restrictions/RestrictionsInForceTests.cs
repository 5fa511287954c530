using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Persistence.Encryption;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants.Restrictions;

namespace PersonalDataHub.Hub.Tests.Registrants.Restrictions;

public sealed class RestrictionsInForceTests : IDisposable
{
    private const string Register = "telecom";
    private static readonly Purpose service = new("customer-service", "Service", null);
    private static readonly Purpose rights = service with { Id = "rights", RestrictedUse = RestrictedUse.Rights };
    private static readonly RecordField name = new() { Name = "familyName", Kind = FieldKind.Text, Description = "Name." };
    private static readonly RecordField email =
        new() { Name = "email", Kind = FieldKind.Text, Description = "E-mail.", Category = "contact", IdentityKind = IdentityKinds.Email };

    private static readonly RecordType customer = new()
    {
        Name = "customer", PluralName = "customers", Description = "A customer.", Category = "identity", Origin = DataOrigin.Provided, Fields = [name, email],
    };

    private static readonly Source crm = new()
    {
        Register = Register, Id = "crm", Name = "CRM", ConnectorId = "crm", State = SourceState.Active,
        Descriptor = new() { RecordTypes = [customer], Accepts = [] },
    };

    private readonly TemporaryDirectory folder = new();
    private readonly RestrictionHash hash;

    public RestrictionsInForceTests() => hash = new RestrictionHash(new BlindIndex(
        MasterKey.Load(folder.File("keys", "master.key"), databaseExists: false, tolerateOpenFile: true)));

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(RestrictionScope.Person, "1", true, true)]
    [InlineData(RestrictionScope.Category, "1", false, true)]
    [InlineData(RestrictionScope.Record, "1", true, true)]
    [InlineData(RestrictionScope.Record, "2", false, false)]
    [InlineData(RestrictionScope.Field, "1", false, true)]
    [InlineData(RestrictionScope.Field, "2", false, false)]
    public void Withhold_Should_CoverTheScopeOnly_When_APurposeReads(RestrictionScope scope, string key, bool nameToo, bool emailToo)
    {
        var inForce = InForce(scope);

        (inForce.Withhold(service, crm, customer, key, name) is not null).ShouldBe(nameToo);
        (inForce.Withhold(service, crm, customer, key, email) is not null).ShouldBe(emailToo);
        inForce.Withhold(rights, crm, customer, key, email).ShouldBeNull();
        (inForce.Withhold(service, crm with { Id = "other" }, customer, key, email) is not null)
            .ShouldBe(scope is RestrictionScope.Person or RestrictionScope.Category);
    }

    [Theory]
    [InlineData(RestrictionScope.Person, IdentityKinds.Email, true)]
    [InlineData(RestrictionScope.Category, IdentityKinds.Email, true)]
    [InlineData(RestrictionScope.Category, IdentityKinds.Phone, false)]
    [InlineData(RestrictionScope.Field, IdentityKinds.Email, true)]
    public void WithholdIdentity_Should_TakeTheSafeSide_When_NoRecordWasReadThatTellsIt(RestrictionScope scope, string kind, bool withheld)
    {
        var inForce = InForce(scope);

        (inForce.WithholdIdentity(service, kind, [crm], []) is not null).ShouldBe(withheld);
        inForce.WithholdIdentity(rights, kind, [crm], []).ShouldBeNull();
    }

    private RestrictionsInForce InForce(RestrictionScope scope) => new(
        Register,
        [
            new Restriction
            {
                Ground = RestrictionGround.AccuracyContested,
                Since = DateTimeOffset.UnixEpoch,
                Scope = scope,
                Category = scope == RestrictionScope.Category ? "contact" : null,
                Request = Guid.NewGuid(),
                Target = scope switch
                {
                    RestrictionScope.Record => hash.Of(Register, "crm", new("customer", "1")),
                    RestrictionScope.Field => hash.Of(Register, "crm", new("customer", "1", "email")),
                    _ => null,
                },
            },
        ],
        hash);
}
