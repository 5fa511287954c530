using System.Net;
using System.Net.Sockets;

namespace PersonalDataHub.Connectors.WebAnalytics;

/// <summary>Shows of a line what the settings let out: networks instead of addresses, paths without queries.</summary>
internal sealed class AccessLineView(WebAnalyticsSettings settings)
{
    public string? Path(AccessLine line) => WithoutQuery(line.Target);

    public string? Referrer(AccessLine line) => WithoutQuery(line.Referrer);

    public string? Address(AccessLine line)
    {
        if (settings.KeepWholeAddresses)
        {
            return line.Address;
        }

        if (!IPAddress.TryParse(line.Address, out var address))
        {
            // A host name or a socket's name cannot be shortened to a network.
            return null;
        }

        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var bytes = address.GetAddressBytes();
        var kept = address.AddressFamily == AddressFamily.InterNetwork ? 3 : 6;
        bytes.AsSpan(kept).Clear();
        return $"{new IPAddress(bytes)}/{kept * 8}";
    }

    private string? WithoutQuery(string? address)
    {
        var query = settings.KeepQueryStrings || address is null ? -1 : address.AsSpan().IndexOfAny('?', '#');
        return query < 0 ? address : address![..query];
    }
}
