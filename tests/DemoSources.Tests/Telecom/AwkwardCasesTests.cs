using PersonalDataHub.DemoSources.Telecom;

namespace PersonalDataHub.DemoSources.Tests.Telecom;

public sealed class AwkwardCasesTests(DemoFolder demo) : IClassFixture<DemoFolder>
{
    [Fact]
    public void All_Should_NameEveryCustomerNumberOnce_When_Listed()
    {
        var expected = Enumerable.Range(10_001, 22).Select(number => number.ToString());

        AwkwardCases.All.Select(item => item.CustomerId).ShouldBe(expected);
    }

    [Fact]
    public void Crm_Should_HoldSomethingOfEverything_When_PersonIsShownFirst()
    {
        string[] tables =
            ["phone", "postal_address", "next_of_kin", "company_role", "marketing_permission", "service_note", "change_history"];

        demo.AskCrm(OfCustomer("address", "email", "10001")).Count.ShouldBe(2);
        foreach (var table in tables)
        {
            demo.AskCrm(OfCustomer("id", table, "10001")).ShouldNotBeEmpty(table);
        }
    }

    [Fact]
    public void Billing_Should_DifferInAddressAndHoldAnOpenInvoice_When_PersonIsShownFirst()
    {
        var street = demo.AskCrm(OfCustomer("street", "postal_address", "10001")).Single();

        demo.AskBilling(OfCustomer("street", "account", "10001")).Single().ShouldNotBe(street);
        OpenInvoices("10001").ShouldBe(1);
    }

    [Fact]
    public void Recordings_Should_HaveIdentifiedCallsWithAudio_When_PersonIsShownFirst()
    {
        var calls = demo.Lines(TelecomDemo.RecordingsFolder, "Master.csv").Where(line => line.StartsWith("\"10001\",", StringComparison.Ordinal)).ToList();

        calls.Count.ShouldBe(4);
        calls.ShouldAllBe(line => line.EndsWith(".wav\"", StringComparison.Ordinal));
    }

    [Fact]
    public void WebLogs_Should_HaveVisitsBeforeAndAfterTheLink_When_PersonIsShownFirst()
    {
        var link = demo.Lines(TelecomDemo.WebLogsFolder, "visitor-links.csv").Single(line => line.Contains(",10001,", StringComparison.Ordinal));
        var linkedAt = DateTimeOffset.Parse(link.Split(',')[2], System.Globalization.CultureInfo.InvariantCulture);

        var visits = WebLogReading.Views(demo).Where(view => view.VisitorId == link.Split(',')[0]).ToList();

        visits.ShouldContain(view => view.At < linkedAt);
        visits.ShouldContain(view => view.At > linkedAt);
    }

    [Fact]
    public void IdentityCodes_Should_DifferInTheSignOnly_When_PeopleAreTheCenturySignPair()
    {
        Code(demo.AskCrm, "customer", AwkwardCases.CenturySignHyphen).ShouldBe("010170-901K");
        Code(demo.AskCrm, "customer", AwkwardCases.CenturySignLetter).ShouldBe("010170Y901K");
    }

    [Fact]
    public void Family_Should_ShareAFlaggedEmailAndAHome_When_ReadFromTheCrm()
    {
        demo.AskCrm($"select customer_id from email where shared = 1 and address = '{AwkwardCases.FamilyEmail}'").ShouldBe(["10004", "10005"]);
        demo.AskCrm("select distinct street from postal_address where customer_id in ('10004', '10005')").Count.ShouldBe(1);
    }

    [Fact]
    public void PassedOnPhone_Should_BelongToOneAtATime_When_ReadFromTheCrm()
    {
        var query = $"select customer_id || ' ' || valid_from || ' ' || coalesce(valid_to, 'today') from phone where number = '{AwkwardCases.PassedOnPhone}' order by 1";

        demo.AskCrm(query).ShouldBe(["10006 2021-03-01 2025-06-30", "10007 2025-09-01 today"]);
        var calls = demo.Lines(TelecomDemo.RecordingsFolder, "Master.csv").Where(line => line.Contains("400009900", StringComparison.Ordinal)).ToList();
        calls.ShouldContain(line => line.Contains("\"2025-05-15 ", StringComparison.Ordinal));
        calls.ShouldContain(line => line.Contains("\"2025-10-15 ", StringComparison.Ordinal));
        calls.ShouldAllBe(line => line.StartsWith("\"\",", StringComparison.Ordinal));
    }

    [Fact]
    public void TwoNumbers_Should_HaveOneIdentityCode_When_ThePersonIsOne()
    {
        demo.AskCrm("select customer_id from customer where identity_code = '010180-9015' and birth_date = '1980-01-01'").ShouldBe(["10008", "10009"]);
    }

    [Fact]
    public void Billing_Should_HoldTheFormerName_When_ThePersonChangedIt()
    {
        var former = demo.AskCrm(OfCustomer("family_name", "former_name", AwkwardCases.ChangedName)).Single();

        demo.AskCrm(OfCustomer("family_name", "customer", AwkwardCases.ChangedName)).Single().ShouldNotBe(former);
        demo.AskBilling(OfCustomer("family_name", "account", AwkwardCases.ChangedName)).ShouldBe([former]);
    }

    [Fact]
    public void Emails_Should_BeThree_When_BillingHasOneMore()
    {
        var emails = demo.AskCrm(OfCustomer("address", "email", AwkwardCases.ThreeEmails))
            .Concat(demo.AskBilling(OfCustomer("email", "account", AwkwardCases.ThreeEmails)));

        emails.Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public void Billing_Should_HoldWhatIsOpen_When_InvoicesOrCollectionAre()
    {
        OpenInvoices(AwkwardCases.OpenInvoice).ShouldBe(1);
        OpenInvoices(AwkwardCases.CrmOnly).ShouldBe(0);
        OpenInvoices(AwkwardCases.OwnEmail).ShouldBe(0);
        demo.AskBilling($"select c.status from collection_case c join account a on a.account_id = c.account_id where a.customer_id = '{AwkwardCases.OpenCollection}'")
            .ShouldBe(["open"]);
    }

    [Fact]
    public void Databases_Should_HoldOneSideOnly_When_PersonIsKnownToOne()
    {
        demo.AskBilling(OfCustomer("account_id", "account", AwkwardCases.CrmOnly)).ShouldBeEmpty();
        demo.AskCrm(OfCustomer("customer_id", "customer", AwkwardCases.CrmOnly)).ShouldNotBeEmpty();
        demo.AskCrm(OfCustomer("customer_id", "customer", AwkwardCases.BillingOnly)).ShouldBeEmpty();
        demo.AskBilling(OfCustomer("account_id", "account", AwkwardCases.BillingOnly)).ShouldNotBeEmpty();
    }

    [Fact]
    public void Names_Should_KeepTheirLetters_When_Stored()
    {
        demo.AskCrm(OfCustomer("family_name", "customer", AwkwardCases.NordicLetters)).Single().ShouldContain("Ö");
        demo.AskBilling(OfCustomer("family_name", "account", AwkwardCases.SkoltSamiLetters)).Single().ShouldContain("ʹccjäuʹrǧǧ");
        demo.AskCrm(OfCustomer("address", "email", AwkwardCases.SkoltSamiLetters)).Single().ShouldBe("maarj.caccjaurgg@example.org");
    }

    [Fact]
    public void Recordings_Should_HaveNoCustomerNumber_When_TheCallerWasNotIdentified()
    {
        var phone = demo.AskCrm(OfCustomer("number", "phone", AwkwardCases.UnidentifiedCalls)).Single();
        var calls = demo.Lines(TelecomDemo.RecordingsFolder, "Master.csv")
            .Where(line => line.Contains(phone[4..], StringComparison.Ordinal)).ToList();

        calls.Count.ShouldBe(2);
        calls.ShouldAllBe(line => line.StartsWith("\"\",", StringComparison.Ordinal));
    }

    [Fact]
    public void WebLogs_Should_HaveVisitsButNoLink_When_ThereIsNoConsent()
    {
        var links = demo.Lines(TelecomDemo.WebLogsFolder, "visitor-links.csv");

        links.ShouldNotContain(line => line.Contains(AwkwardCases.VisitorWithoutConsent, StringComparison.Ordinal));
        links.ShouldNotContain(line => line.Contains(AwkwardCases.NoConsent, StringComparison.Ordinal));
        WebLogReading.Views(demo).ShouldContain(view => view.VisitorId == AwkwardCases.VisitorWithoutConsent);
    }

    [Fact]
    public void IdentityCodes_Should_DisagreeOrLackTheSign_When_TheCaseSaysSo()
    {
        Code(demo.AskCrm, "customer", AwkwardCases.ContradictingCodes).ShouldBe("010180-9026");
        Code(demo.AskBilling, "account", AwkwardCases.ContradictingCodes).ShouldBe("010180-9037");
        Code(demo.AskCrm, "customer", AwkwardCases.CodeWithoutSign).ShouldBe("010180-9048");
        Code(demo.AskBilling, "account", AwkwardCases.CodeWithoutSign).ShouldBe("0101809048");
    }

    [Fact]
    public void OwnEmail_Should_BelongToOnePerson_When_LookedUp()
    {
        demo.AskCrm($"select customer_id from email where lower(address) = '{AwkwardCases.OwnEmailAddress}'").ShouldBe([AwkwardCases.OwnEmail]);
    }

    private static string OfCustomer(string column, string table, string customerId) =>
        $"select {column} from {table} where customer_id = '{customerId}'";

    private static string Code(Func<string, IReadOnlyList<string>> ask, string table, string customerId) =>
        ask(OfCustomer("identity_code", table, customerId)).Single();

    private int OpenInvoices(string customerId) => demo.AskBilling(
        $"select invoice_id from invoice i join account a on a.account_id = i.account_id where i.status = 'open' and a.customer_id = '{customerId}'").Count;
}
