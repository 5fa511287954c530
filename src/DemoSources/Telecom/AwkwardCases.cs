namespace PersonalDataHub.DemoSources.Telecom;

/// <summary>The demo people who are there for a reason, with the customer numbers they always have.</summary>
public static class AwkwardCases
{
    /// <summary>In all four sources, with everything a source can hold.</summary>
    public const string ShownFirst = "10001";

    /// <summary>Has identity code 010170-901K.</summary>
    public const string CenturySignHyphen = "10002";

    /// <summary>Has identity code 010170Y901K.</summary>
    public const string CenturySignLetter = "10003";

    /// <summary>Shares <see cref="FamilyEmail"/> and the address.</summary>
    public const string FamilyFirst = "10004";

    /// <summary>Shares <see cref="FamilyEmail"/> and the address.</summary>
    public const string FamilySecond = "10005";

    /// <summary>Had <see cref="PassedOnPhone"/> until 2025-06-30.</summary>
    public const string PhoneBefore = "10006";

    /// <summary>Has had <see cref="PassedOnPhone"/> since 2025-09-01.</summary>
    public const string PhoneAfter = "10007";

    /// <summary>One person's first customer number.</summary>
    public const string TwoNumbersFirst = "10008";

    /// <summary>The same person's second customer number.</summary>
    public const string TwoNumbersSecond = "10009";

    /// <summary>Changed family name; billing was never told.</summary>
    public const string ChangedName = "10010";

    /// <summary>Two e-mails in the CRM and a third in billing.</summary>
    public const string ThreeEmails = "10011";

    /// <summary>One invoice is unpaid.</summary>
    public const string OpenInvoice = "10012";

    /// <summary>A collection case is open.</summary>
    public const string OpenCollection = "10013";

    /// <summary>Known to the CRM only.</summary>
    public const string CrmOnly = "10014";

    /// <summary>Known to billing only.</summary>
    public const string BillingOnly = "10015";

    /// <summary>A name with å, ä and ö.</summary>
    public const string NordicLetters = "10016";

    /// <summary>A name in the letters of Skolt Sámi.</summary>
    public const string SkoltSamiLetters = "10017";

    /// <summary>Calls from the own phone, without a customer number.</summary>
    public const string UnidentifiedCalls = "10018";

    /// <summary>Visits the web site as <see cref="VisitorWithoutConsent"/>, which nothing links to them.</summary>
    public const string NoConsent = "10019";

    /// <summary>The CRM and billing hold different identity codes.</summary>
    public const string ContradictingCodes = "10020";

    /// <summary>Billing holds the identity code without its century sign.</summary>
    public const string CodeWithoutSign = "10021";

    /// <summary>Has <see cref="OwnEmailAddress"/>, which nobody else has.</summary>
    public const string OwnEmail = "10022";

    /// <summary>The e-mail address of a family, marked shared in the CRM.</summary>
    public const string FamilyEmail = "perhe.esimerkki@example.org";

    /// <summary>The telephone number that passed from one person to another.</summary>
    public const string PassedOnPhone = "+358400009900";

    /// <summary>The visitor id whose owner never agreed to be linked.</summary>
    public const string VisitorWithoutConsent = "aaaaaaaa000000000000000000010019";

    /// <summary>An e-mail address that exactly one person has.</summary>
    public const string OwnEmailAddress = "ainoa.osoite@example.org";

    /// <summary>Every case with what is awkward about it, by customer number.</summary>
    public static IReadOnlyList<AwkwardCase> All { get; } =
    [
        new(ShownFirst, "Is in all four sources: two e-mails, an address conflict, an open invoice, recordings, linked visits."),
        new(CenturySignHyphen, "Has an identity code that differs from 10003's in the century sign only."),
        new(CenturySignLetter, "Has an identity code that differs from 10002's in the century sign only."),
        new(FamilyFirst, "Shares an e-mail and a home with 10005."),
        new(FamilySecond, "Shares an e-mail and a home with 10004."),
        new(PhoneBefore, "Had a telephone number until 2025-06-30 that is now 10007's."),
        new(PhoneAfter, "Has had a telephone number since 2025-09-01 that was 10006's."),
        new(TwoNumbersFirst, "Is one person with two customer numbers; the other is 10009."),
        new(TwoNumbersSecond, "Is one person with two customer numbers; the other is 10008."),
        new(ChangedName, "Changed family name; billing still has the old one."),
        new(ThreeEmails, "Has two e-mails in the CRM and a third in billing."),
        new(OpenInvoice, "Has an unpaid invoice, which stands against erasing."),
        new(OpenCollection, "Has an open collection case, which stands against erasing."),
        new(CrmOnly, "Is known to the CRM only: nothing stands against erasing."),
        new(BillingOnly, "Is known to billing only; the CRM has no such customer."),
        new(NordicLetters, "Has å, ä and ö in the name."),
        new(SkoltSamiLetters, "Has a name in the letters of Skolt Sámi."),
        new(UnidentifiedCalls, "Calls from the own phone without a customer number: candidates until a person confirms."),
        new(NoConsent, "Visits the web site without consent to be linked."),
        new(ContradictingCodes, "Has one identity code in the CRM and another in billing."),
        new(CodeWithoutSign, "Has an identity code in billing that lacks its century sign."),
        new(OwnEmail, "Has an e-mail that nobody else has."),
    ];
}
