using PersonalDataHub.DemoSources.Telecom;
using PersonalDataHub.Hub.Connectors;

namespace PersonalDataHub.Hub.Commands;

/// <summary>What a started hub prints: where it is, what it serves and what to try.</summary>
internal static class Welcome
{
    public static void Print(WebApplication hub, TextWriter output)
    {
        var address = HubStart.AddressOf(hub);
        var catalog = hub.Services.GetRequiredService<CatalogHolder>().Current;
        output.WriteLine();
        output.WriteLine($"Personal data hub on {address}");
        foreach (var register in catalog.Registers)
        {
            output.WriteLine($"  {register.Id}: {register.Name}");
            foreach (var source in catalog.SourcesOf(register.Id))
            {
                output.WriteLine($"    {source.Id,-16} {source.State}{(source.Reason is null ? string.Empty : $": {source.Reason}")}");
            }
        }

        foreach (var mistake in catalog.Mistakes)
        {
            output.WriteLine($"  ! {mistake}");
        }

        if (hub.Environment.IsDevelopment())
        {
            WhatToTry(output, address);
        }

        output.WriteLine();
        output.Flush();
    }

    private static void WhatToTry(TextWriter output, string address)
    {
        output.WriteLine();
        output.WriteLine("Artificial people worth asking for, by customer id of the register telecom:");
        foreach (var (customer, why) in AwkwardCases.All)
        {
            output.WriteLine($"  {customer}  {why}");
        }

        output.WriteLine();
        output.WriteLine("Try:");
        output.WriteLine(SampleQuery.Curl(address));
        output.WriteLine();
        output.WriteLine($"or open {address}/graphql in a browser, or run");
        output.WriteLine("  dotnet run --project src/Hub -- registrant --register telecom --customer-id 10001");
    }
}
