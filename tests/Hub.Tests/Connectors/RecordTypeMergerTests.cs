using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors.Loading;

namespace PersonalDataHub.Hub.Tests.Connectors;

public sealed class RecordTypeMergerTests
{
    [Fact]
    public void Merge_Should_GiveEachSourceItsOrdinals_When_TwoDeclareTheSameType()
    {
        // arrange
        var merger = new RecordTypeMerger();
        merger.TryAdd("crm", Descriptor(("name", FieldKind.Text), ("born", FieldKind.Date))).ShouldBeNull();
        merger.TryAdd("billing", Descriptor(("born", FieldKind.Date), ("balance", FieldKind.Decimal))).ShouldBeNull();

        // act
        var type = merger.Merge(["crm", "billing"]).ShouldHaveSingleItem();

        // assert
        type.Fields.Select(field => field.Name).ShouldBe(["name", "born", "balance"]);
        type.FindSource("crm")!.Ordinals.ShouldBe([0, 1, -1]);
        type.FindSource("billing")!.Ordinals.ShouldBe([-1, 0, 1]);
    }

    [Fact]
    public void TryAdd_Should_NameBothSources_When_TheSameFieldIsOfAnotherKind()
    {
        var merger = new RecordTypeMerger();
        merger.TryAdd("crm", Descriptor(("born", FieldKind.Date)));

        var conflict = merger.TryAdd("billing", Descriptor(("born", FieldKind.Text)));

        conflict.ShouldBe("field 'contact.born' is Text at source 'billing', but Date at source 'crm'.");
        merger.Merge(["crm", "billing"]).ShouldHaveSingleItem().Sources.ShouldHaveSingleItem();
    }

    [Fact]
    public void Merge_Should_FollowTheGivenOrder_When_SourcesWereAddedInAnother()
    {
        var merger = new RecordTypeMerger();
        merger.TryAdd("billing", Descriptor(("balance", FieldKind.Decimal)));
        merger.TryAdd("crm", Descriptor(("name", FieldKind.Text)));

        var type = merger.Merge(["crm", "billing"]).ShouldHaveSingleItem();

        type.Fields.Select(field => field.Name).ShouldBe(["name", "balance"]);
    }

    private static SourceDescriptor Descriptor(params (string Name, FieldKind Kind)[] fields) => new()
    {
        RecordTypes =
        [
            new()
            {
                Name = "contact",
                PluralName = "contacts",
                Description = "A contact.",
                Category = "contact",
                Origin = DataOrigin.Provided,
                Fields = [.. fields.Select(field => new RecordField { Name = field.Name, Kind = field.Kind, Description = field.Name })],
            },
        ],
        Accepts = [new(IdentityKinds.CustomerNumber)],
    };
}
