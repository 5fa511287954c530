using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Sql.Mapping;

namespace PersonalDataHub.Connectors.Billing;

/// <summary>What a billing system knows of people, whatever its tables are called.</summary>
internal static class BillingMeaning
{
    /// <summary>The setting that names the source whose customer numbers billing keeps beside its own account numbers.</summary>
    public const string IssuerSetting = "customerNumberIssuer";

    public static string? IssuerIn(SourceSettings settings) =>
        settings.Settings.Entries.GetValueOrDefault(IssuerSetting) is SettingsText { Value: var issuer }
        && !string.IsNullOrWhiteSpace(issuer) ? issuer : null;

    public static SqlMeaning For(SourceSettings settings) => new()
    {
        RecordTypes = [BillingAccount(IssuerIn(settings)), Contract, Invoice, Payment, CollectionCase],
        Facts = [FactKinds.OpenInvoice, FactKinds.OpenCollection, FactKinds.ContractInForce, FactKinds.LastContact],
        OtherSettings = [IssuerSetting],
    };

    private static RecordType Contract => new()
    {
        Name = "contract",
        PluralName = "contracts",
        Description = "A contract of a service that is billed.",
        Category = "contract",
        Origin = DataOrigin.Provided,
        ValidFromField = "startedOn",
        ValidToField = "endedOn",
        Fields =
        [
            Declare.Text("product", "What was contracted."),
            Declare.Text("subscription", "The subscription the contract is of.", IdentityKinds.Subscription),
            Declare.Date("startedOn", "The first day of the contract."),
            Declare.Date("endedOn", "The last day of the contract; none while it is in force."),
        ],
    };

    private static RecordType Invoice => new()
    {
        Name = "invoice",
        PluralName = "invoices",
        Description = "An invoice with its rows.",
        Category = "billing",
        Origin = DataOrigin.Observed,
        Fields =
        [
            Declare.Text("number", "The invoice's number."),
            Declare.Date("issuedOn", "The day on which it was issued."),
            Declare.Date("dueOn", "The day on which it is due."),
            Declare.Decimal("total", "The sum to pay, in the invoice's currency, tax included."),
            Declare.Text("currency", "The currency, ISO 4217."),
            Declare.Text("status", "The invoice's state, in billing's own words."),
            Declare.Date("paidOn", "The day on which it was paid in full."),
            Declare.Instant("sentAt", "When it was sent."),
            Declare.Rows(
                "rows",
                "What was billed.",
                Declare.Text("description", "What it is."),
                Declare.Decimal("quantity", "How many, in the unit of the description."),
                Declare.Decimal("unitPrice", "The price of one, in the invoice's currency."),
                Declare.Decimal("amount", "The row's sum, in the invoice's currency.")),
        ],
    };

    private static RecordType Payment => new()
    {
        Name = "payment",
        PluralName = "payments",
        Description = "A payment that came in.",
        Category = "billing",
        Origin = DataOrigin.Observed,
        Fields =
        [
            Declare.Text("invoice", "The invoice it was for, as billing knows it; none for a payment in advance."),
            Declare.Instant("paidAt", "When it came in."),
            Declare.Decimal("amount", "The sum, in the account's currency."),
            Declare.Text("method", "How it was paid."),
        ],
    };

    private static RecordType CollectionCase => new()
    {
        Name = "collectionCase",
        PluralName = "collectionCases",
        Description = "The collection of a sum that was not paid.",
        Category = "collection",
        Origin = DataOrigin.Observed,
        Fields =
        [
            Declare.Text("invoice", "The invoice it is about, as billing knows it."),
            Declare.Date("openedOn", "The day on which collection began."),
            Declare.Date("closedOn", "The day on which it ended; none while it is open."),
            Declare.Text("agency", "Who collects."),
            Declare.Decimal("amount", "The sum collected, in the account's currency."),
            Declare.Text("status", "The case's state, in billing's own words."),
        ],
    };

    private static RecordType BillingAccount(string? issuer) => new()
    {
        Name = "billingAccount",
        PluralName = "billingAccounts",
        Description = "Who pays, and where invoices go.",
        Category = "identity",
        Origin = DataOrigin.Provided,
        Identifies = true,
        Fields =
        [
            Declare.Text("accountNumber", "The account's own number in billing.", IdentityKinds.CustomerNumber),
            Declare.Text(
                "customerNumber", "The customer number that another source gave.",
                issuer is null ? null : IdentityKinds.CustomerNumber, issuer),
            Declare.Text("familyName", "The payer's family name.", term: ProfileTerms.FamilyName),
            Declare.Text("givenNames", "The payer's given names.", term: ProfileTerms.GivenNames),
            Declare.Text("identityCode", "The payer's personal identity code, sign included.", IdentityKinds.IdentityCode),
            Declare.Text("email", "The address that invoices go to.", IdentityKinds.Email, term: ProfileTerms.Email) with { Category = "contact" },
            Declare.PostalAddress("postalAddress", "The address on the invoice.") with { Category = "contact" },
        ],
    };
}
