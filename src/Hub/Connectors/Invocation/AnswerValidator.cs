using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Hub.Connectors.Invocation;

/// <summary>Holds what connectors answer against what they declared and were asked.</summary>
internal static class AnswerValidator
{
    public static void Check(ReadPage page, ReadRequest request, SourceDescriptor descriptor)
    {
        Require(page.Records is not null && page.Gaps is not null, "a page without records or gaps list.");
        Require(page.Records!.Count <= request.PageSize, $"{page.Records.Count} records on a page of {request.PageSize}.");
        Require(page.NextPageToken is null || page.NextPageToken != request.PageToken, "the next page has the token of this one.");
        Require(page.AsOf != default, "a page without the moment it is true of.");
        var types = descriptor.RecordTypes.Where(type => request.RecordTypes.Contains(type.Name)).ToDictionary(type => type.Name);
        foreach (var record in page.Records)
        {
            Require(record is not null, "a record is missing.");
            Require(types.TryGetValue(record!.RecordType, out var type), "a record of a type that was not asked for.");
            Check(record, type!, request.Identities.Count);
        }
    }

    public static void Check(FactsResult result, FactsRequest request) => Require(
        result.Facts is not null && result.Facts.Select(fact => fact.Name).SequenceEqual(request.Facts),
        "the facts are not those asked for, in their order.");

    public static void Check(MediaPart part, MediaRequest request) => Require(
        part.Bytes.Length <= request.Length && part.TotalLength >= 0
            && (part.Bytes.Length == 0 || request.Offset + part.Bytes.Length <= part.TotalLength)
            && !string.IsNullOrEmpty(part.ContentType),
        "a media part that lies outside of what was asked for, or has no content type.");

    public static void Check(PopulationPage page, PopulationRequest request)
    {
        Require(page.Identities is not null && page.Identities.Count <= request.PageSize, "a page with more persons than asked for.");
        Require(page.NextPageToken is null || page.NextPageToken != request.PageToken, "the next page has the token of this one.");
    }

    public static void Check(StatisticsResult result) => Require(
        result.Rows is not null && result.SmallestNumber >= 2
            && result.Rows.All(row => !string.IsNullOrEmpty(row.Measure) && row.Count >= result.SmallestNumber),
        "statistics with a number so small that it may point at a single person.");

    public static void Check(WriteResult result, int asked) => Require(
        result.Items is not null && result.Items.Count == asked && result.Items.All(item => item is not null),
        $"not one item for each of the {asked} things asked.");

    private static void Check(PersonalRecord record, RecordType type, int identities)
    {
        Require(!string.IsNullOrEmpty(record.Key), $"a record of type '{type.Name}' has no key.");
        Require(
            record.FoundBy is { Count: > 0 } && record.FoundBy.All(position => position >= 0 && position < identities),
            $"a record of type '{type.Name}' does not say which of the identities found it.");
        Require(
            record.Values is not null && record.Values.Count == type.Fields.Count,
            $"a record of type '{type.Name}' has {record.Values?.Count ?? 0} values for {type.Fields.Count} fields.");
        for (var ordinal = 0; ordinal < type.Fields.Count; ordinal++)
        {
            var field = type.Fields[ordinal];
            if (record.Values![ordinal] is { } value && FieldShape.MistakeOf(value, field) is { } mistake)
            {
                throw new MalformedAnswerException($"field '{type.Name}.{field.Name}' {mistake}");
            }
        }
    }

    private static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new MalformedAnswerException(message);
        }
    }
}
