using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registrants.Widening;

namespace PersonalDataHub.Hub.Marketing;

/// <summary>Reads of one customer number what a label needs and what stands against it; remembers nobody.</summary>
internal sealed class LabelReader(SourceInvoker invoker)
{
    /// <summary>The boolean field by which a source says that an address must not be given out.</summary>
    public const string ProtectedField = "addressProtected";

    private static readonly string[] nameTerms = [ProfileTerms.PreferredName, ProfileTerms.GivenNames];

    /// <summary>The records of the types that tell names, addresses and permissions; null when a source did not answer.</summary>
    public async Task<IReadOnlyList<(Source Source, RecordType Type, PersonalRecord Record)>?> ReadAsync(
        IReadOnlyList<Source> sources, SubjectIdentity identity, CancellationToken cancellationToken)
    {
        var records = new List<(Source, RecordType, PersonalRecord)>();
        foreach (var source in sources.Where(source => Asking.Accepts(source, identity)))
        {
            string[] types = [.. source.Descriptor!.RecordTypes.Where(IsNeeded).Select(type => type.Name)];
            string? token = null;
            do
            {
                if (types.Length == 0)
                {
                    break;
                }

                var call = await invoker.ReadAsync(
                    source,
                    new ReadRequest { Identities = [identity], RecordTypes = types, PageSize = 500, PageToken = token },
                    cancellationToken).ConfigureAwait(false);
                if (call.Value is not { } page)
                {
                    return null;
                }

                records.AddRange(page.Records.Select(record => (source, source.FindRecordType(record.RecordType)!, record)));
                token = page.NextPageToken;
            }
            while (token is not null);
        }

        return records;
    }

    /// <summary>The label; null when no name or no address is held.</summary>
    public static AddressLabel? LabelOf(IReadOnlyList<(Source Source, RecordType Type, PersonalRecord Record)> records)
    {
        var family = Text(records, ProfileTerms.FamilyName);
        var given = nameTerms.Select(term => Text(records, term)).FirstOrDefault(text => text is not null);
        var name = string.Join(' ', new[] { given, family }.OfType<string>());
        var address = Values(records, field => field.ProfileTerm == ProfileTerms.PostalAddress)
            .OfType<(RecordField Field, FieldValue Value)>().FirstOrDefault();
        return name.Length > 0 && address.Value is CompositeValue parts
            && Part(address.Field, parts, AddressParts.Street) is { } street && Part(address.Field, parts, AddressParts.City) is { } city
                ? new()
                {
                    Name = name,
                    CareOf = Part(address.Field, parts, AddressParts.CareOf),
                    Street = street,
                    PostCode = Part(address.Field, parts, AddressParts.PostCode),
                    City = city,
                    Country = Part(address.Field, parts, AddressParts.Country),
                }
                : null;
    }

    /// <summary>Whether any source says that the address is protected.</summary>
    public static bool IsProtected(IReadOnlyList<(Source Source, RecordType Type, PersonalRecord Record)> records) =>
        Values(records, field => field.Name == ProtectedField).Any(one => one.Value is BooleanValue { Value: true });

    private static bool IsNeeded(RecordType type) => type.Name == SourceFlag.RecordTypeName || (!type.ThirdParty && type.Fields.Any(
        field => field.Name == ProtectedField || field.ProfileTerm is ProfileTerms.FamilyName or ProfileTerms.GivenNames
            or ProfileTerms.PreferredName or ProfileTerms.PostalAddress));

    private static string? Text(IReadOnlyList<(Source, RecordType, PersonalRecord)> records, string term) =>
        Values(records, field => field.ProfileTerm == term).Select(one => (one.Value as TextValue)?.Value).FirstOrDefault(text => text is not null);

    private static string? Part(RecordField field, CompositeValue value, string name)
    {
        for (var place = 0; place < field.Parts.Count; place++)
        {
            if (field.Parts[place].Name == name)
            {
                return (value.Parts[place] as TextValue)?.Value;
            }
        }

        return null;
    }

    private static IEnumerable<(RecordField Field, FieldValue Value)> Values(
        IReadOnlyList<(Source Source, RecordType Type, PersonalRecord Record)> records, Func<RecordField, bool> wanted) =>
        from one in records
        from place in Enumerable.Range(0, one.Type.Fields.Count)
        where wanted(one.Type.Fields[place]) && one.Record.Values[place] is not null
        select (one.Type.Fields[place], one.Record.Values[place]!);
}
