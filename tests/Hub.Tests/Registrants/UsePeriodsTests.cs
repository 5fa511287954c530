using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers.Policy;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Tests.Registers.Retention;

namespace PersonalDataHub.Hub.Tests.Registrants;

public sealed class UsePeriodsTests
{
    private static readonly RecordType type = new()
    {
        Name = "recording",
        PluralName = "recordings",
        Description = "A call.",
        Category = "recordings",
        Origin = DataOrigin.Observed,
        Fields = [new() { Name = "madeOn", Kind = FieldKind.Date, Description = "When." }, new() { Name = "audio", Kind = FieldKind.Text, Description = "What." }],
    };

    private static readonly Source source = new()
    {
        Register = "shop", Id = "calls", Name = "Calls", ConnectorId = "calls", State = SourceState.Active, Descriptor = new() { RecordTypes = [type], Accepts = [] },
    };

    [Theory]
    [InlineData("training", "2026-08-20", true)]
    [InlineData("training", "2026-08-22", false)]
    [InlineData("proof", "2026-08-20", false)]
    [InlineData("rights", "2020-01-01", false)]
    [Requirement("S0-11")]
    public void Of_Should_WithholdFromThePurposeAlone_When_ItsTimeIsOver(string purpose, string madeOn, bool withheld)
    {
        // arrange
        var register = Retained.Register(
        [
            Retained.Rule("training", RetentionTrigger.RecordDate, "P3M") with { DateField = "madeOn", Fields = ["recording"], Purposes = ["training"] },
            Retained.Rule("proof", RetentionTrigger.RecordDate, "P3Y") with { DateField = "madeOn", Fields = ["recording"], Purposes = ["proof"] },
        ]);
        var record = new PersonalRecord { RecordType = "recording", Key = "1", Values = [new DateValue(Retained.Day(madeOn)), new TextValue("…")], FoundBy = [0] };

        // act
        var why = new UsePeriods(register, register.FindPurpose(purpose)!, Retained.Today).Of(source, type, record, type.Fields[1]);

        // assert
        (why is not null).ShouldBe(withheld);
        if (withheld)
        {
            why!.Rule.ShouldBe("training");
            why.Request.ShouldBeNull();
            why.Reason.ShouldBe("Its time for this purpose is over by the retention rule 'training' (GDPR Art. 5(1)(b), (e)).");
        }
    }
}
