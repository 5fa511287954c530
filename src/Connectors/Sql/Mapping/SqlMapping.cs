namespace PersonalDataHub.Connectors.Sql.Mapping;

/// <summary>A source's settings, read and found right.</summary>
internal sealed record SqlMapping
{
    /// <summary>A connection string of Microsoft.Data.Sqlite or of Npgsql.</summary>
    public required string Database { get; init; }

    /// <summary>In which zone timestamps without offset are, and in which days begin.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>When the controller's financial year ends.</summary>
    public FinancialYear FinancialYear { get; init; } = FinancialYear.Calendar;

    /// <summary>Whether a SQLite file is written anew after each erasure.</summary>
    public bool CompactAfterErasure { get; init; }

    public required IReadOnlyList<RecordMapping> Records { get; init; }

    public required IReadOnlyList<IdentityMapping> Identities { get; init; }

    public required IReadOnlyList<FactMapping> Facts { get; init; }

    /// <summary>The identity that is the very number of a person, best one that this source gave; null when none is mapped.</summary>
    public IdentityMapping? PersonNumber =>
        Identities.Where(identity => identity.IsPersonNumber).OrderBy(identity => identity.Issuer is null ? 0 : 1).FirstOrDefault();

    /// <summary>The records that tell whom the source holds: those that identify, else the first.</summary>
    public RecordMapping Population => Records.FirstOrDefault(record => record.Type.Identifies) ?? Records[0];
}
