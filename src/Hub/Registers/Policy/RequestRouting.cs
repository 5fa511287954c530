namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>Says who of a register's contacts handles what.</summary>
public static class RequestRouting
{
    // Whoever comes first answers for a role that the register has not filled.
    private static readonly ContactRole[] standIns =
    [
        ContactRole.PrivacyMailbox, ContactRole.ContactPerson, ContactRole.ResponsiblePerson, ContactRole.DataProtectionOfficer,
        ContactRole.RegisterKeeper, ContactRole.CustomerService,
    ];

    /// <summary>The contact of a role; null when the register has none.</summary>
    public static Contact? ContactOf(this PolicyPack pack, ContactRole role) => pack.Contacts.FirstOrDefault(contact => contact.Role == role);

    /// <summary>
    /// Who handles requests of a right: whom its formality names, otherwise the register's mailbox for privacy, its contact
    /// person and so on; null only for a register without contacts.
    /// </summary>
    public static Contact? AssigneeOf(this PolicyPack pack, RegistrantRight right) =>
        (pack.FormalityOf(right) is { } formality ? pack.ContactOf(formality.Addressee) : null)
        ?? standIns.Select(pack.ContactOf).FirstOrDefault(contact => contact is not null);

    /// <summary>To whom a case goes that its assignee cannot settle: the data protection officer, otherwise whoever answers for the register.</summary>
    public static Contact? EscalationOf(this PolicyPack pack) =>
        pack.ContactOf(ContactRole.DataProtectionOfficer)
        ?? pack.ContactOf(ContactRole.ResponsiblePerson)
        ?? pack.ContactOf(ContactRole.ContactPerson)
        ?? pack.ContactOf(ContactRole.RegisterKeeper);

    /// <summary>How a right is used; null where the notice says nothing.</summary>
    public static Formality? FormalityOf(this PolicyPack pack, RegistrantRight right) =>
        pack.Formalities.FirstOrDefault(formality => formality.Right == right);
}
