using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Sql.Mapping;

namespace PersonalDataHub.Connectors.Crm;

/// <summary>What a customer relationship system knows of people, whatever its tables are called.</summary>
internal static class CrmMeaning
{
    public static SqlMeaning Value { get; } = new()
    {
        RecordTypes =
        [
            Customer, FormerName, EmailAddress, PhoneNumber, PostalAddress,
            KinContact, CompanyRole, MarketingPermission, ServiceNote, ChangeEntry,
        ],
        Facts = [FactKinds.LastContact, FactKinds.CompanyContact],
    };

    private static RecordType Customer => new()
    {
        Name = "customer",
        PluralName = "customers",
        Description = "Who the customer is.",
        Category = "identity",
        Origin = DataOrigin.Provided,
        Identifies = true,
        AtMostOne = true,
        Fields =
        [
            Declare.Text("customerNumber", "The number by which the customer is known.", IdentityKinds.CustomerNumber),
            Declare.Text("familyName", "The family name now in use.", term: ProfileTerms.FamilyName),
            Declare.Text("givenNames", "All given names in their order.", term: ProfileTerms.GivenNames),
            Declare.Text("preferredName", "The name the customer wants to be called by.", term: ProfileTerms.PreferredName),
            Declare.Text("identityCode", "The personal identity code, sign included.", IdentityKinds.IdentityCode),
            Declare.Date("birthDate", "The date of birth.", ProfileTerms.BirthDate),
            Declare.Text("language", "The language of service, ISO 639-1.", term: ProfileTerms.Language),
        ],
    };

    private static RecordType FormerName => new()
    {
        Name = "formerName",
        PluralName = "formerNames",
        Description = "A family name the customer had before.",
        Category = "identity",
        Origin = DataOrigin.Provided,
        Fields =
        [
            Declare.Text("familyName", "The former family name.", term: ProfileTerms.FormerName),
            Declare.Date("usedUntil", "The last day on which it was in use."),
        ],
    };

    private static RecordType EmailAddress => new()
    {
        Name = "emailAddress",
        PluralName = "emailAddresses",
        Description = "An e-mail address of the customer.",
        Category = "contact",
        Origin = DataOrigin.Provided,
        ValidFromField = "validFrom",
        ValidToField = "validTo",
        SharedField = "shared",
        Fields =
        [
            Declare.Text("address", "The address as it was given.", IdentityKinds.Email, term: ProfileTerms.Email),
            Declare.Boolean("shared", "True when several persons read this mailbox."),
            Declare.Date("validFrom", "The first day on which it was the customer's."),
            Declare.Date("validTo", "The last day on which it was the customer's; none while it still is."),
        ],
    };

    private static RecordType PhoneNumber => new()
    {
        Name = "phoneNumber",
        PluralName = "phoneNumbers",
        Description = "A telephone number of the customer.",
        Category = "contact",
        Origin = DataOrigin.Provided,
        ValidFromField = "validFrom",
        ValidToField = "validTo",
        Fields =
        [
            Declare.Text("number", "The number with its country code, E.164.", IdentityKinds.Phone, term: ProfileTerms.Phone),
            Declare.Date("validFrom", "The first day on which it was the customer's."),
            Declare.Date("validTo", "The last day on which it was the customer's; none while it still is."),
        ],
    };

    private static RecordType PostalAddress => new()
    {
        Name = "postalAddress",
        PluralName = "postalAddresses",
        Description = "A postal address of the customer.",
        Category = "contact",
        Origin = DataOrigin.Provided,
        Fields = [Declare.PostalAddress("address", "The permanent postal address.")],
    };

    private static RecordType KinContact => new()
    {
        Name = "kinContact",
        PluralName = "kinContacts",
        Description = "Somebody close to the customer who may be called in an emergency.",
        Category = "relations",
        Origin = DataOrigin.Provided,
        ThirdParty = true,
        Fields =
        [
            Declare.Text("name", "That person's name."),
            Declare.Text("relationship", "What that person is to the customer."),
            Declare.Text("phone", "That person's telephone number, E.164."),
        ],
    };

    private static RecordType CompanyRole => new()
    {
        Name = "companyRole",
        PluralName = "companyRoles",
        Description = "The customer's part in a company that is a customer too.",
        Category = "relations",
        Origin = DataOrigin.Provided,
        Fields =
        [
            Declare.Text("companyName", "The company's name."),
            Declare.Text("businessId", "The company's Finnish business id."),
            Declare.Text("task", "What the person decides or looks after there."),
            Declare.Text("position", "The person's title there."),
            Declare.Date("validFrom", "The first day in the role."),
            Declare.Date("validTo", "The last day in the role; none while it goes on."),
        ],
    };

    private static RecordType MarketingPermission => new()
    {
        Name = "marketingPermission",
        PluralName = "marketingPermissions",
        Description = "A permission or prohibition of direct marketing.",
        Category = "permissions",
        Origin = DataOrigin.Provided,
        Fields =
        [
            Declare.Text("channel", "The channel it is about: email, sms, phone or letter."),
            Declare.Boolean("allowed", "True for a permission, false for a prohibition."),
            Declare.Instant("givenAt", "When the customer gave it."),
        ],
    };

    private static RecordType ServiceNote => new()
    {
        Name = "serviceNote",
        PluralName = "serviceNotes",
        Description = "What customer service wrote down after a contact.",
        Category = "service",
        Origin = DataOrigin.Inferred,
        Fields =
        [
            Declare.Instant("writtenAt", "When it was written."),
            Declare.Text("author", "Who in customer service wrote it.") with { ThirdParty = true },
            Declare.Text("body", "The note, in free words."),
        ],
    };

    private static RecordType ChangeEntry => new()
    {
        Name = "changeEntry",
        PluralName = "changeEntries",
        Description = "A change that was made to the customer's data.",
        Category = "service",
        Origin = DataOrigin.Observed,
        Fields =
        [
            Declare.Instant("changedAt", "When it was changed."),
            Declare.Text("actor", "Who changed it.") with { ThirdParty = true },
            Declare.Text("field", "What was changed."),
            Declare.Text("oldValue", "The value before."),
            Declare.Text("newValue", "The value after."),
        ],
    };
}
