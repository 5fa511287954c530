using PersonalDataHub.DemoSources.Telecom;
using PersonalDataHub.Hub.Connectors;

namespace PersonalDataHub.Hub.Commands;

/// <summary>What a started hub prints: where it is, what it serves and what to try.</summary>
internal static class Welcome
{
    public static async Task PrintAsync(WebApplication hub, TextWriter output, CancellationToken cancellationToken)
    {
        var address = HubStart.AddressOf(hub);
        var catalog = hub.Services.GetRequiredService<CatalogHolder>().Current;
        output.WriteLine();
        output.WriteLine($"Personal data hub on {address}");
        foreach (var register in catalog.Registers)
        {
            output.WriteLine($"  {register.Id}: {register.Name}");
            foreach (var line in await Task.WhenAll(catalog.SourcesOf(register.Id).Select(source => StatusAsync(hub, source, cancellationToken))))
            {
                output.WriteLine($"    {line}");
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

    // Checking every source also makes the first question as quick as the next.
    private static async Task<string> StatusAsync(WebApplication hub, Source source, CancellationToken cancellationToken)
    {
        var call = await hub.Services.GetRequiredService<SourceInvoker>().CheckAsync(source, cancellationToken).ConfigureAwait(false);
        var failure = call.Failure ?? call.Value?.Failure;
        return $"{source.Id,-16} {(failure is null ? "fit" : $"{source.State}, not fit: {failure.Message}")}";
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
        output.WriteLine("  dotnet run --project src/Hub -- erase --register telecom --customer-id 10014 --wait");
    }
}
