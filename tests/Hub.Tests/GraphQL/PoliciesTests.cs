using Microsoft.Extensions.DependencyInjection;
using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Authorization;
using PersonalDataHub.Hub.GraphQL;

namespace PersonalDataHub.Hub.Tests.GraphQL;

/// <summary>Who may select what: every field of the built schema, by every way, for every role.</summary>
public sealed class PoliciesTests(ITestOutputHelper output)
{
    private const string Refused = "FORBIDDEN";
    private const string Stranger = "UNAUTHENTICATED";

    private static readonly string?[] Askers = [Roles.DataProtectionOfficer, Roles.Tool, Roles.Integrator, null];

    // Told here once more and not read from the rules: a rule that somebody loosens must show.
    private static readonly string[] Sourcelike =
    [
        "Register", "Source", "SourceCheck", "SourceFailure", "SourceOperator", "SourceKeeper", "ExternalControl", "LocalText", "SourceStatistics", "StatisticsRow",
        "DriftEntry", "DriftChange", "CategoryContents", "WebNotice",
        "RegisterPolicy", "RegisterController", "RegisterContact", "NoticeVersion", "LegalAct", "NoticeStatement", "StatementCopy", "CopyDifference",
        "LegalBasis", "CategoryBlock", "DataCategory", "ProcessingPurpose", "OriginClass", "DisclosureGround", "SharingConditions", "DataRecipient",
        "RecipientAgreement", "IdentityCodeRule", "ProvisionRule", "TransferRule", "Period", "RelationshipRule", "RetentionRule", "BlockerRule", "Formality",
        "StaffConditions", "ProtectionMeasure", "WebRules", "ProfilingRules", "MarketingRules", "MarketingChannel", "PolicyExplanation",
    ];

    private static readonly string[] OpenToKeys =
    [
        "Query.registers", "Query.sources", "Query.register", "Query.explain", "Query.drift", "Query.dataContents", "Subscription.driftChanged",
    ];

    private static readonly string[] OpenToTools = ["requestRectification", "requestRestriction", "liftRestriction", "requestErasure", "setMarketingPermission"];

    [Fact]
    public async Task Operation_Should_BeRefused_Unless_TheRoleMaySelectEveryField()
    {
        // arrange
        await using var hub = new BuiltHub();
        var places = FieldPlace.Of(await hub.SchemaAsync());

        // act
        var (cells, wrong) = await WalkAsync(hub, places);

        // assert
        output.WriteLine($"{places.Count} fields, {cells} cells, {wrong.Count} wrong.");
        places.Count.ShouldBeGreaterThan(600);
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Operation_Should_LeakIntoTheMatrix_When_APolicyIsLoosened()
    {
        // arrange
        var loose = Policies.All(toolsMayIntrospect: false).ToDictionary();
        loose[Policies.Person] = loose[Policies.Person] with { Roles = Roles.All };
        await using var hub = new BuiltHub(services => services.AddSingleton<IReadOnlyDictionary<string, AccessPolicy>>(loose));

        // act
        var (_, wrong) = await WalkAsync(hub, FieldPlace.Of(await hub.SchemaAsync()));

        // assert
        wrong.ShouldContain(cell => cell.StartsWith("integrator Query.findRegistrant ", StringComparison.Ordinal));
        wrong.ShouldContain(cell => cell.StartsWith("integrator Invoice.number ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Operation_Should_LeakNothingOfAPerson_When_ANewFieldHasTheWrongRule()
    {
        // arrange
        await using var hub = new BuiltHub(services => services.AddSingleton<ITypeModule>(new NewField(new(Policies.Caller))));
        var places = FieldPlace.Of(await hub.SchemaAsync()).Where(place => place.Name == "Query.whoever").ToList();

        // act
        var (_, wrong) = await WalkAsync(hub, places);
        var inside = await hub.VerdictAsync(Roles.Integrator, "{ whoever { id } }");

        // assert
        wrong.ShouldContain(cell => cell.StartsWith("integrator Query.whoever ", StringComparison.Ordinal));
        inside.ShouldBe(Refused);
    }

    [Fact]
    public async Task Schema_Should_NotBeBuilt_When_ANewFieldHasNoRule()
    {
        await using var hub = new BuiltHub(services => services.AddSingleton<ITypeModule>(new NewField(null)));

        var mistaken = await Should.ThrowAsync<SchemaException>(hub.SchemaAsync);

        mistaken.Mistakes[0].ShouldStartWith("Query.whoever: no authorization rule.");
    }

    [Fact]
    public async Task Rules_Should_StandOnTheTypesThemselves_When_TheyAreAboutAPerson()
    {
        await using var hub = new BuiltHub();
        var schema = await hub.SchemaAsync();

        var bare = schema.Types.Values.OfType<ObjectType>()
            .Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal))
            .SelectMany(type => type.Fields.Select(field => (Place: $"{type.Name}.{field.Name}", Rules: field.Rules.Select(rule => rule.Policy))))
            .Where(field => !field.Rules.SequenceEqual([Expected(field.Place)]));

        bare.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Roles.DataProtectionOfficer, false, BuiltHub.Passed)]
    [InlineData(Roles.Integrator, false, BuiltHub.Passed)]
    [InlineData(Roles.Tool, false, Refused)]
    [InlineData(Roles.Tool, true, BuiltHub.Passed)]
    [InlineData(null, true, Stranger)]
    public async Task Introspection_Should_BeForThoseWhoMay_When_Asked(string? role, bool toolsMay, string verdict)
    {
        await using var hub = new BuiltHub(null, $"--{Policies.ToolsMayIntrospect}={toolsMay}");

        foreach (var query in (string[])["{ __schema { types { name } } }", "{ ...F } fragment F on Query { t: __type(name: \"Registrant\") { name } }"])
        {
            (await hub.VerdictAsync(role, query, isGet: true, purpose: null)).ShouldBe(verdict);
        }
    }

    [Theory]
    [InlineData("dataSubjectRequest(id: \"x\") { id }", false, null, "PURPOSE_MISSING")]
    [InlineData("dataSubjectRequest(id: \"x\") { id }", true, "data-subject-rights", "POST_REQUIRED")]
    [InlineData("sources { id }", true, null, BuiltHub.Passed)]
    public async Task Operation_Should_NameItsPurposeAndTravelByPost_When_ItIsAboutAPerson(string selection, bool isGet, string? purpose, string verdict)
    {
        await using var hub = new BuiltHub();

        (await hub.VerdictAsync(Roles.DataProtectionOfficer, $"{{ {selection} }}", null, isGet, purpose)).ShouldBe(verdict);
        (await hub.VerdictAsync(Roles.DataProtectionOfficer, $"{{ registers {{ id }} ... {{ a: {selection} }} }}", null, isGet, purpose)).ShouldBe(verdict);
    }

    private static async Task<(int Cells, IReadOnlyList<string> Wrong)> WalkAsync(BuiltHub hub, IReadOnlyList<FieldPlace> places)
    {
        var cells = 0;
        var wrong = new List<string>();
        foreach (var place in places)
        {
            foreach (var document in place.Documents())
            {
                foreach (var asker in Askers)
                {
                    var verdict = await hub.VerdictAsync(asker, document, FieldPlace.Chosen);
                    cells++;
                    if (verdict != VerdictOn(place, asker))
                    {
                        wrong.Add($"{asker ?? "nobody"} {place.Name} {verdict}: {document}");
                    }
                }
            }
        }

        return (cells, wrong);
    }

    private static string VerdictOn(FieldPlace place, string? asker)
    {
        var demanded = place.Way.Select(step => $"{step.Field.DeclaringType}.{step.Field.Name}").Append(place.Name).Select(Expected).ToHashSet();
        return asker is null ? Stranger
            : demanded.Contains(Policies.Officer) && asker != Roles.DataProtectionOfficer ? Refused
            : demanded.Contains(Policies.Person) && asker == Roles.Integrator ? Refused
            : BuiltHub.Passed;
    }

    private static string Expected(string place)
    {
        var (type, field) = place.Split('.') is [var t, var f] ? (t, f) : throw new ArgumentException(place);
        var mutation = type == "Mutation" ? field : type.EndsWith("Payload", StringComparison.Ordinal) ? char.ToLowerInvariant(type[0]) + type[1..^7] : null;
        return Sourcelike.Contains(type) || OpenToKeys.Contains(place) ? Policies.Caller
            : mutation is null || OpenToTools.Contains(mutation) ? Policies.Person
            : Policies.Officer;
    }

    /// <summary>What a developer adds in a hurry.</summary>
    private sealed class NewField(FieldRule? rule) : ITypeModule
    {
        public event EventHandler? TypesChanged { add { } remove { } }

        public ValueTask<IReadOnlyCollection<TypeConfiguration>> CreateTypesAsync(CancellationToken cancellationToken) => new(
        [
            new ObjectTypeExtensionConfiguration("Query", [new() { Name = "whoever", Type = "Registrant", Rule = rule, PureResolver = _ => null }]),
        ]);
    }
}
