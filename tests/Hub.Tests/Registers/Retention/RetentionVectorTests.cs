using PersonalDataHub.Hub.Registers.Policy;
using PersonalDataHub.Hub.Registers.Retention;

namespace PersonalDataHub.Hub.Tests.Registers.Retention;

/// <summary>Periods of Finnish law and of notices, worked out by hand.</summary>
public sealed class RetentionVectorTests
{
    [Theory]
    [InlineData("04-30", "2017-04-30", "2023-12-31", "2027-04-30")]
    [InlineData("03-31", "2024-03-31", "2030-12-31", "2034-03-31")]
    [InlineData("12-31", "2025-12-31", "2031-12-31", "2035-12-31")]
    [InlineData("06-30", "2026-06-30", "2032-12-31", "2036-06-30")]
    [InlineData("12-31", "2026-12-31", "2032-12-31", "2036-12-31")]
    public void Of_Should_KeepVouchersAndBooks_When_AFinancialYearEnds(string ends, string lastDay, string vouchers, string books)
    {
        var register = Retained.Register([Retained.Vouchers, Retained.Books], FinancialYear.Parse(ends));

        var voucher = RetentionArithmetic.Of(register, Retained.Data("invoice", "billing", ("issuedOn", lastDay)), Retained.InForce, Retained.Today);
        var book = RetentionArithmetic.Of(register, Retained.Data("ledgerEntry", "billing", ("issuedOn", lastDay)), Retained.InForce, Retained.Today);

        voucher.KeptThrough.ShouldBe(Retained.Day(vouchers));
        book.KeptThrough.ShouldBe(Retained.Day(books));
    }

    [Fact]
    public void Of_Should_CountFromTheFinancialYear_When_TheInvoiceLiesBeforeItsEnd()
    {
        var register = Retained.Register([Retained.Vouchers], new FinancialYear(6, 30));

        var end = RetentionArithmetic.Of(register, Retained.Data("invoice", "billing", ("issuedOn", "2026-07-15")), Retained.InForce, Retained.Today);

        end.KeptThrough.ShouldBe(new DateOnly(2033, 12, 31));
        end.IsDueOn(new(2033, 12, 31)).ShouldBeFalse();
        end.IsDueOn(new(2034, 1, 1)).ShouldBeTrue();
        end.Rule.ShouldBe("vouchers");
        end.Law.ShouldBe("Accounting Act 1336/1997 2:10");
        end.Steps[0].Text.ShouldBe(
            "vouchers (law, at least; Accounting Act 1336/1997 2:10): from the end of the financial year that issuedOn (2026-07-15) lies in, " +
            "2027-06-30; P6Y later: 2033-06-30; to the end of that calendar year: 2033-12-31; kept through 2033-12-31.");
    }

    [Theory]
    [InlineData("2026-11-06", "2026-11-20")]
    [InlineData("2026-12-18", "2027-01-01")]
    [InlineData("2026-02-14", "2026-02-28")]
    public void Of_Should_EraseAfterTwoWeeks_When_TheRelationshipEnded(string ended, string erase)
    {
        var register = Retained.Register([Retained.Rule("cleared", RetentionTrigger.RelationshipEnd, "P14D")]);

        var end = RetentionArithmetic.Of(register, Retained.Data("case", "contact"), Retained.Ended(ended), Retained.Today);

        end.EraseFrom.ShouldBe(Retained.Day(erase));
        end.IsDueOn(Retained.Day(erase).AddDays(-1)).ShouldBeFalse();
        end.IsDueOn(Retained.Day(erase)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("2026-11-14", "2026-10-03", "2027-02-14")]
    [InlineData("2026-01-31", "2026-02-10", "2026-05-10")]
    public void Of_Should_CountFromTheLaterDay_When_TrafficDataWasBilled(string due, string recorded, string through)
    {
        var rule = Retained.Rule("traffic", RetentionTrigger.DueOrRecorded, "P3M") with
        {
            DateField = "dueOn", RecordedField = "recordedOn", Strength = RetentionStrength.Minimum, Law = "Act 917/2014 s. 139", Fields = ["callRecord"],
        };
        var data = Retained.Data("callRecord", "billing", ("dueOn", due), ("recordedOn", recorded));

        var end = RetentionArithmetic.Of(Retained.Register([rule]), data, Retained.InForce, Retained.Today);

        end.KeptThrough.ShouldBe(Retained.Day(through));
    }
}
