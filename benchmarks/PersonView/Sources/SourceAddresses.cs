using Microsoft.Extensions.Configuration;

namespace PersonalDataHub.PersonView.Sources;

/// <summary>Where the sources answer. A person's part is below each address, under the customer number.</summary>
public sealed record SourceAddresses(Uri Profile, Uri Invoices, Uri Calls, Uri Visits)
{
    /// <summary>Reads <c>--sources</c>, the address that all four are below; null without it.</summary>
    public static SourceAddresses? From(IConfiguration configuration) => configuration["sources"] is { } text && new Uri(text) is var all
        ? new(new(all, "profile/"), new(all, "invoices/"), new(all, "calls/"), new(all, "visits/"))
        : null;
}
