using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Tables;

namespace PersonalDataHub.Connectors.PartnerFeed.Settings;

/// <summary>The settings of a partner's deliveries.</summary>
internal sealed record PartnerFeedSettings
{
    /// <summary><c>folder</c>: where the deliveries lie. Required.</summary>
    public required string Folder { get; init; }

    /// <summary><c>files</c> and <c>dateFormat</c>: their names. Required; the date is <c>yyyy-MM-dd</c> unless said.</summary>
    public required DeliveryName Files { get; init; }

    /// <summary><c>deliveries</c>: <c>changes</c> (default), each delivery adds to those before, or <c>full</c>, the newest is all there is.</summary>
    public required bool Full { get; init; }

    /// <summary><c>separator</c> and <c>encoding</c> of the files.</summary>
    public required TableFormat Format { get; init; }

    /// <summary><c>partner</c>: who delivers. Required.</summary>
    public required FeedPartner Partner { get; init; }

    /// <summary><c>category</c>: the register's data category of the rows. Required.</summary>
    public required string Category { get; init; }

    /// <summary><c>recordType</c>: what a row is. Required.</summary>
    public required FeedRecordType RecordType { get; init; }

    /// <summary><c>key</c>: the column that tells one row from another; of several the newest delivery's counts. Required.</summary>
    public required string Key { get; init; }

    /// <summary><c>observedAt</c>: the column with the day of what a row tells; default the delivery's day.</summary>
    public required string? ObservedAt { get; init; }

    /// <summary><c>identities</c>: by what rows are found; the first says whose a row is. Required.</summary>
    public required IReadOnlyList<FeedIdentity> Identities { get; init; }

    /// <summary><c>fields</c>: what the rows tell. Required.</summary>
    public required IReadOnlyList<FeedField> Fields { get; init; }

    /// <summary><c>feeds</c>: the sources whose data the deliveries overwrite. Default none.</summary>
    public required IReadOnlyList<string> Feeds { get; init; }

    /// <summary><c>freshness</c>: how often deliveries come. Default <c>P7D</c>.</summary>
    public required TimeSpan Freshness { get; init; }

    /// <summary>The columns that every delivery must have.</summary>
    public IReadOnlyList<string> Columns =>
    [
        .. Fields.SelectMany(one => one.Needed)
            .Concat(Identities.Select(identity => identity.Column))
            .Append(Key)
            .Append(ObservedAt ?? Key)
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];
}
