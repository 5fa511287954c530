namespace PersonalDataHub.PersonView.Register;

/// <summary>What every contender does before it asks the sources: finds the person by blind index, and writes down who asked.</summary>
public sealed class PersonRegister(string path, TimeProvider clock) : IAsyncDisposable
{
    private readonly BlindIndex index = new();
    private readonly PersonFinder persons = new(path);
    private readonly AuditWriter audit = new(path, clock);

    /// <summary>The customer number at the sources; null when nobody is found. The entry is durable when it returns.</summary>
    public async Task<string?> OpenAsync(string id, string caller, string operation, CancellationToken cancellationToken)
    {
        var blind = index.Of(id);
        var customer = persons.Find(blind);
        await audit.WriteAsync(caller, operation, blind, cancellationToken);
        return customer;
    }

    public async ValueTask DisposeAsync()
    {
        persons.Dispose();
        await audit.DisposeAsync();
    }
}
