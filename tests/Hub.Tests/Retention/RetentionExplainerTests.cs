using PersonalDataHub.Hub.Registers.Retention;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Retention.Explaining;

namespace PersonalDataHub.Hub.Tests.Retention;

public sealed class RetentionExplainerTests
{
    [Fact]
    [Requirement("S0-29")]
    [Requirement("S3-62")]
    public async Task Of_Should_TellEveryStep_When_SourcesDiffer()
    {
        // arrange
        await using var room = await RetentionRoom.OpenAsync();
        room.WithCustomer("10001", 1200).WithInvoice("10001", 900);

        // act
        var explained = await room.Get<RetentionExplainer>().OfAsync(
            "shop", new RegistrantKey.ByCustomerId("10001"), "service", RetentionRoom.Officer, TestContext.Current.CancellationToken);

        // assert
        (explained.Relationship.Status, explained.Relationship.EndsOn).ShouldBe((RelationshipStatus.Ended, room.Today.AddDays(-900).AddYears(2)));
        explained.Relationship.Steps.Count.ShouldBe(3);
        var total = explained.Fields.Single(field => field is { RecordType: "invoice", Field: "total" }).End;
        (total.Rule, total.Law).ShouldBe(("vouchers", "Accounting Act 1336/1997 2:10"));
        total.Steps[^1].Text.ShouldBe("vouchers wins over own: the law keeps it longer.");
        explained.Fields.Single(field => field is { RecordType: "customer", Field: "name" }).End.EraseFrom
            .ShouldBe(room.Today.AddDays(-900).AddYears(2).AddYears(1));
    }
}
