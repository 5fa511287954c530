using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>Tells which field a reference names.</summary>
public sealed class NamedFields
{
    private readonly CatalogHolder catalogs;
    private readonly RecordSeal seal;

    internal NamedFields(CatalogHolder catalogs, RecordSeal seal) => (this.catalogs, this.seal) = (catalogs, seal);

    /// <summary>The field as its source declares it; null when the reference names none of the register.</summary>
    public RecordField? Find(string register, string reference) =>
        seal.OpenRef(reference) is { } named && named.Register == register && named.Target.Field is { } field
            ? catalogs.Current.FindSource(register, named.Source)?.FindRecordType(named.Target.RecordType)?.Fields.FirstOrDefault(one => one.Name == field)
            : null;
}
