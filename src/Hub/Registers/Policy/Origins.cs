namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>Says from whom a value may be, by what the notice says of sources and fields (GDPR Art. 14(2)(f)).</summary>
public static class Origins
{
    /// <summary>The classes of origins that a field of a source can be of, in the order written; empty where the notice does not say.</summary>
    /// <param name="pack">The register's pack.</param>
    /// <param name="source">Id of the source.</param>
    /// <param name="recordType">Name of the record type.</param>
    /// <param name="field">Name of the field; null for the record as a whole.</param>
    public static IReadOnlyList<OriginClass> OriginsOf(this PolicyPack pack, string source, string recordType, string? field) =>
    [
        .. pack.Origins.Where(origin =>
            RuleCoverage.CoversSource(origin.Sources, source) && RuleCoverage.Covers([], origin.Fields, string.Empty, recordType, field)),
    ];
}
