namespace PersonalDataHub.Hub.Drift;

/// <summary>What of the configuration a finding is about.</summary>
/// <param name="Source">The source's id; null for the register's own file.</param>
/// <param name="Section">A key of the file's top level, such as <c>purposes</c>; null for the file as a whole.</param>
/// <param name="Item">The id of an item in it; null for the section.</param>
internal sealed record DriftPlace(string? Source, string? Section, string? Item)
{
    public static DriftPlace InPack(string section, string? item = null) => new(null, section, item);

    public static DriftPlace InSource(string source, string? section = null) => new(source, section, null);
}
