using PersonalDataHub.Hub.Requests.Deadlines;

namespace PersonalDataHub.Hub.Tests.Requests.Deadlines;

public sealed class DeadlineSuspensionTests
{
    private static readonly DeadlineRules rules = new(new DeadlineCalendar());
    private static readonly DateTimeOffset received = November(2);

    [Fact]
    public void DeadlineOf_Should_RunFromTheAnswer_When_AQuestionWasAskedWithoutUndueDelay()
    {
        // act
        var deadline = rules.DeadlineOf(received, [new(November(3), November(10))]);

        // assert
        deadline.CountedFrom.ShouldBe(new(2026, 11, 10));
        deadline.OneMonth!.Due.ShouldBe(new(2026, 12, 10));
        deadline.FromReceipt.Due.ShouldBe(new(2026, 12, 2));
        deadline.Steps[0].ShouldBe(new(DeadlineReason.Suspended, new(2026, 11, 3), new(2026, 11, 10)));
        deadline.Steps[0].Days.ShouldBe(7);
    }

    [Fact]
    public void DeadlineOf_Should_RunFromReceipt_When_TheQuestionWasAskedWithUndueDelay()
    {
        var deadline = rules.DeadlineOf(received, [new(November(27), November(30), WithoutUndueDelay: false)]);

        deadline.OneMonth.ShouldBe(deadline.FromReceipt);
        deadline.Steps[0].Reason.ShouldBe(DeadlineReason.SuspensionNotCounted);
    }

    [Fact]
    public void DeadlineOf_Should_NotRevive_When_TheQuestionWasAskedAfterTheEnd()
    {
        var end = rules.DeadlineOf(received).OneMonth!.EndsAt;

        rules.DeadlineOf(received, [new(end, end.AddDays(1))]).OneMonth!.Due.ShouldBe(new(2026, 12, 2));
        rules.DeadlineOf(received, [new(end.AddSeconds(-1), end.AddDays(1))]).OneMonth!.Due.ShouldBe(new(2027, 1, 4));
    }

    [Fact]
    public void DeadlineOf_Should_HaveNone_When_AnAnswerIsAwaited()
    {
        // act
        var deadline = rules.DeadlineOf(received, [new(November(3), November(5)), new(November(6), null)], extensionToldAt: November(7));

        // assert
        deadline.CountedFrom.ShouldBeNull();
        deadline.Applicable.ShouldBeNull();
        deadline.ExtensionPossibleUntil.ShouldBeNull();
        deadline.FromReceipt.Due.ShouldBe(new(2026, 12, 2));
        deadline.Steps.Select(step => step.Reason).ShouldBe([DeadlineReason.Suspended, DeadlineReason.AwaitingAnswer]);
    }

    [Fact]
    public void DeadlineOf_Should_RunFromTheLastAnswer_When_ThereWereSeveralQuestions()
    {
        var deadline = rules.DeadlineOf(received, [new(November(6), November(12)), new(November(3), November(20))], extensionToldAt: November(21));

        deadline.CountedFrom.ShouldBe(new(2026, 11, 20));
        deadline.Applicable!.Due.ShouldBe(new(2027, 2, 22));
    }

    [Fact]
    public void DeadlineOf_Should_TakeTheDayInFinland_When_TheAnswerComesLateInTheEvening()
    {
        var deadline = rules.DeadlineOf(received, [new(November(3), new DateTimeOffset(2026, 11, 10, 22, 30, 0, TimeSpan.Zero))]);

        deadline.CountedFrom.ShouldBe(new(2026, 11, 11));
    }

    [Fact]
    public void DeadlineOf_Should_Refuse_When_TheOrderOfTimesIsImpossible()
    {
        Should.Throw<ArgumentException>(() => rules.DeadlineOf(received, [new(November(1), November(5))]));
        Should.Throw<ArgumentException>(() => rules.DeadlineOf(received, [new(November(5), November(4))]));
    }

    private static DateTimeOffset November(int day) => new(2026, 11, day, 12, 0, 0, TimeSpan.FromHours(2));
}
