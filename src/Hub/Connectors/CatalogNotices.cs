using PersonalDataHub.Hub.Registers;

namespace PersonalDataHub.Hub.Connectors;

/// <summary>Tells the notices of the registers that the current catalog has.</summary>
public sealed class CatalogNotices(CatalogHolder catalogs) : INoticesInForce
{
    public NoticeInForce? Of(string register, DateTimeOffset at) =>
        catalogs.Current.FindRegister(register) is { } found ? NoticeInForce.Of(found, at) : null;
}
