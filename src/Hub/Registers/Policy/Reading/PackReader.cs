using PersonalDataHub.Hub.Registers.Yaml;

namespace PersonalDataHub.Hub.Registers.Policy.Reading;

/// <summary>Reads the parts of a <c>register.yaml</c> that say what the privacy notice says.</summary>
internal static class PackReader
{
    /// <summary>The pack; parts with mistakes are left out and the mistakes added.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="known">What the file may refer to; the reader adds what it finds.</param>
    /// <param name="version">What the pack is known by.</param>
    public static PolicyPack Read(YamlSection file, KnownIds known, string version)
    {
        var pack = NoticeParts.Read(file, known, PolicyPack.Empty with { Version = version });
        pack = SharingParts.Read(file, known, pack);
        pack = KeepingParts.Read(file, known, pack);
        pack = RightsParts.Read(file, known, pack);
        return ConditionParts.Read(file, known, pack);
    }
}
