using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.TestConnectors.Ledger;

/// <summary>An account as the ledger holds it.</summary>
internal sealed record Account(string Key, string Number, string? Name, string? Phone, long? Credit, bool Restricted)
{
    public const string TypeName = "account";

    public static RecordType Type { get; } = new()
    {
        Name = TypeName,
        PluralName = "accounts",
        Description = "An account of the ledger.",
        Category = "contact",
        Origin = DataOrigin.Provided,
        Fields =
        [
            new() { Name = "number", Kind = FieldKind.Text, Description = "Customer number.", IdentityKind = IdentityKinds.CustomerNumber },
            new() { Name = "name", Kind = FieldKind.Text, Description = "The holder's family name.", ProfileTerm = ProfileTerms.FamilyName },
            new() { Name = "phone", Kind = FieldKind.Text, Description = "The holder's telephone number." },
            new() { Name = "credit", Kind = FieldKind.Integer, Description = "Credit, in cents." },
        ],
    };

    /// <summary>The fields that can be changed.</summary>
    public static bool IsChangeable(string? field) => field is "name" or "phone" or "credit";

    public FieldValue? ValueOf(string field) => field switch
    {
        "number" => new TextValue(Number),
        "name" => Name is null ? null : new TextValue(Name),
        "phone" => Phone is null ? null : new TextValue(Phone),
        _ => Credit is { } credit ? new IntegerValue(credit) : null,
    };

    public PersonalRecord ToRecord(IReadOnlyList<int> foundBy) => new()
    {
        RecordType = TypeName,
        Key = Key,
        Values = [.. Type.Fields.Select(field => ValueOf(field.Name))],
        Restricted = Restricted,
        FoundBy = foundBy,
    };
}
