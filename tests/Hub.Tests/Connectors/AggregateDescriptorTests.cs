using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors.Invocation;
using PersonalDataHub.Hub.Connectors.Loading;

namespace PersonalDataHub.Hub.Tests.Connectors;

public sealed class AggregateDescriptorTests
{
    private static readonly RecordType Visit = new()
    {
        Name = "visit",
        PluralName = "visits",
        Description = "A visit.",
        Category = "web",
        Origin = DataOrigin.Observed,
        Fields = [new() { Name = "at", Kind = FieldKind.Instant, Description = "When." }],
    };

    private static readonly SourceDescriptor Aggregates = new()
    {
        RecordTypes = [],
        Accepts = [],
        AggregateOnly = true,
        Abilities = [new() { Ability = Ability.Statistics, Mode = AbilityMode.Native }],
    };

    public static TheoryData<string, string?> Descriptors => new()
    {
        { "whole", null },
        { "identities", "may accept no identities" },
        { "records", "may have no record types" },
        { "facts", "may not have the ability Facts" },
        { "persons", "accepts no kind of identity" },
    };

    [Theory]
    [MemberData(nameof(Descriptors))]
    [Requirement("S1-41"), Requirement("S2-50")]
    public void Validate_Should_RefuseTheDescriptor_When_AggregatesCouldBeJoinedWithAPerson(string what, string? expected)
    {
        // arrange
        var descriptor = what switch
        {
            "identities" => Aggregates with { Accepts = [new(IdentityKinds.Email)] },
            "records" => Aggregates with { RecordTypes = [Visit] },
            "facts" => Aggregates with { Abilities = [.. Aggregates.Abilities, new() { Ability = Ability.Facts, Mode = AbilityMode.Native }] },
            "persons" => Aggregates with { AggregateOnly = false },
            _ => Aggregates,
        };
        using var room = new PluginRoom().WithPlugins("healthy").WithRegister().WithSource("crm", "healthy", "settings: { people: [] }");
        var register = room.Holder.Current.Registers.ShouldHaveSingleItem();
        IConnector connector = what == "facts" ? new FactualNumbers() : new Numbers();

        // act
        var mistakes = new DescriptorValidator(register, ["crm"]).Validate(descriptor, connector);

        // assert
        if (expected is null)
        {
            mistakes.ShouldBeEmpty();
        }
        else
        {
            mistakes.ShouldHaveSingleItem().ShouldContain(expected);
        }
    }

    [Theory]
    [Requirement("S1-41"), Requirement("S2-50")]
    [InlineData(5, 5, true)]
    [InlineData(4, 5, false)]
    [InlineData(1, 1, false)]
    public void Check_Should_RefuseTheStatistics_When_ANumberMayPointAtOnePerson(int count, int smallest, bool accepted)
    {
        var result = new StatisticsResult([new("age", "85-94", count)], smallest, DateTimeOffset.UnixEpoch);

        Action check = () => AnswerValidator.Check(result);

        if (accepted)
        {
            check.ShouldNotThrow();
        }
        else
        {
            check.ShouldThrow<MalformedAnswerException>();
        }
    }

    private class Numbers : IConnector, ISupportsStatistics
    {
        public SourceDescriptor Describe() => Aggregates;

        public Task<CheckResult> CheckAsync(CheckRequest request, CancellationToken cancellationToken) => Task.FromResult(CheckResult.Fit());

        public Task<ReadPage> ReadAsync(ReadRequest request, CancellationToken cancellationToken) => throw new InvalidOperationException();

        public Task<StatisticsResult> ReadStatisticsAsync(StatisticsRequest request, CancellationToken cancellationToken) =>
            Task.FromResult(new StatisticsResult([], 5, DateTimeOffset.UnixEpoch));
    }

    private sealed class FactualNumbers : Numbers, ISupportsFacts
    {
        public Task<FactsResult> ReadFactsAsync(FactsRequest request, CancellationToken cancellationToken) =>
            Task.FromResult(new FactsResult([], DateTimeOffset.UnixEpoch));
    }
}
