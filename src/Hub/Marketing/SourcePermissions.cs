using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Policy;
using PersonalDataHub.Hub.Registrants;

namespace PersonalDataHub.Hub.Marketing;

/// <summary>Reads the permissions that sources keep themselves.</summary>
internal static class SourcePermissions
{
    private static readonly string[] everyChannel = ["all", "list"];

    /// <summary>Whether a source keeps permissions.</summary>
    public static bool Keeps(Source source) => source.FindRecordType(SourceFlag.RecordTypeName) is { } type
        && type.Fields.Any(field => field is { Name: SourceFlag.AllowedField, Kind: FieldKind.Boolean });

    /// <summary>Everything that the register's sources keep of a person, and the ids of those that did not answer.</summary>
    public static async Task<(IReadOnlyList<SourceFlag> Flags, IReadOnlyList<string> NotReached)> ReadAsync(
        Register register, FoundRegistrant found, CancellationToken cancellationToken)
    {
        var flags = new List<SourceFlag>();
        var missing = new List<string>();
        foreach (var source in found.Sources.Where(Keeps))
        {
            if (await found.ReadAsync(source, SourceFlag.RecordTypeName, cancellationToken).ConfigureAwait(false) is { } records)
            {
                flags.AddRange(records.Select(record => FlagOf(register, source, record)).OfType<SourceFlag>());
            }
            else
            {
                missing.Add(source.Id);
            }
        }

        return (flags, missing);
    }

    /// <summary>What one record says; null when it says neither yes nor no.</summary>
    public static SourceFlag? FlagOf(Register register, Source source, PersonalRecord record)
    {
        var type = source.FindRecordType(record.RecordType)!;
        var purposes = PurposesOf(register, (Value("purpose") as TextValue)?.Value);
        var channel = ChannelOf((Value("channel") as TextValue)?.Value);
        return Value(SourceFlag.AllowedField) is BooleanValue allowed
            ? new()
            {
                Source = source,
                Target = new(record.RecordType, record.Key, SourceFlag.AllowedField),
                Allowed = allowed.Value,
                Channel = purposes is [var first, ..] ? PermissionPurposes.ChannelOf(register, first, channel) : channel,
                Purposes = purposes,
                At = (Value("givenAt") as InstantValue)?.Value ?? record.ObservedAt ?? DateTimeOffset.MinValue,
                Intake = (Value("givenThrough") as TextValue)?.Value,
            }
            : null;

        FieldValue? Value(string name)
        {
            for (var ordinal = 0; ordinal < type.Fields.Count; ordinal++)
            {
                if (type.Fields[ordinal].Name == name)
                {
                    return record.Values[ordinal];
                }
            }

            return null;
        }
    }

    // Older systems call post a letter; a list has no channel.
    private static string? ChannelOf(string? written) =>
        written is null || everyChannel.Contains(written) ? null : written == "letter" ? "post" : written;

    // A source names a purpose by its id, or by what it is; one that names none keeps direct marketing.
    private static IReadOnlyList<string> PurposesOf(Register register, string? written)
    {
        if (written == PermissionPurposes.Combination || register.FindPurpose(written ?? string.Empty) is not null)
        {
            return [written!];
        }

        return
        [
            .. register.Purposes
                .Where(purpose => PermissionPurposes.IsDecidable(register, purpose) && purpose.Nature == (written switch
                {
                    "profiling" => PurposeNature.Profiling,
                    "publication" => PurposeNature.Publication,
                    "market-research" => PurposeNature.MarketResearch,
                    "opinion-research" => PurposeNature.OpinionResearch,
                    "distance-selling" => PurposeNature.DistanceSelling,
                    _ => PurposeNature.DirectMarketing,
                }))
                .Select(purpose => purpose.Id),
        ];
    }
}
