using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Persistence.Encryption;

namespace PersonalDataHub.Hub.Tests.Persistence.Encryption;

public sealed class ValueTagTests : IDisposable
{
    private static readonly DateTimeOffset noon = new(2026, 11, 2, 12, 0, 0, TimeSpan.Zero);
    private readonly TemporaryDirectory directory = new();
    private readonly ValueTag tags;

    public ValueTagTests() =>
        tags = new ValueTag(MasterKey.Load(directory.File("master.key"), databaseExists: false, tolerateOpenFile: false));

    public void Dispose() => directory.Dispose();

    public static TheoryData<FieldValue?, FieldValue?> Equal() => new()
    {
        { new DecimalValue(1.0m), new DecimalValue(1.000m) },
        { new DecimalValue(0m), new DecimalValue(0.00m) },
        { new InstantValue(noon), new InstantValue(noon.ToOffset(TimeSpan.FromHours(2))) },
        { new ListValue([new TextValue("a"), new TextValue("b")]), new ListValue([new TextValue("a"), new TextValue("b")]) },
        { null, null },
    };

    public static TheoryData<FieldValue?, FieldValue?> Different() => new()
    {
        { new TextValue("a"), new TextValue("A") },
        { new TextValue(""), null },
        { new TextValue("1"), new IntegerValue(1) },
        { new DecimalValue(1.0m), new DecimalValue(1.01m) },
        { new DecimalValue(79228162514264337593543950335m), new DecimalValue(79228162514264337593543950334m) },
        { new ListValue([new TextValue("ab")]), new ListValue([new TextValue("a"), new TextValue("b")]) },
        { new CompositeValue([new TextValue("a"), null]), new CompositeValue([null, new TextValue("a")]) },
    };

    [Theory]
    [MemberData(nameof(Equal))]
    public void Of_Should_BeTheSame_When_ValuesAreEqual(FieldValue? one, FieldValue? other) => Tag(one).ShouldBe(Tag(other));

    [Theory]
    [MemberData(nameof(Different))]
    public void Of_Should_Differ_When_ValuesDiffer(FieldValue? one, FieldValue? other) => Tag(one).ShouldNotBe(Tag(other));

    [Fact]
    public void Of_Should_BelongToItsPlace_When_TheValueStandsElsewhereToo()
    {
        var value = new TextValue("a");
        string[] elsewhere =
        [
            tags.Of("billing", "contact", "1", "name", value),
            tags.Of("crm", "invoice", "1", "name", value),
            tags.Of("crm", "contact", "2", "name", value),
            tags.Of("crm", "contact", "1", "city", value),
        ];

        elsewhere.ShouldNotContain(Tag(value));
        Tag(value).Length.ShouldBe(22);
    }

    private string Tag(FieldValue? value) => tags.Of("crm", "contact", "1", "name", value);
}
