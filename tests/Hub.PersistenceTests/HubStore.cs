using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Registrants.Identities;

namespace PersonalDataHub.Hub.PersistenceTests;

/// <summary>A real, empty store of the hub with the services that stand on it.</summary>
public abstract class HubStore : IAsyncDisposable
{
    protected abstract ServiceProvider Services { get; }

    public TestTimeProvider Clock { get; } = new();

    /// <summary>The notices of the registers; one of the telecom operator alone.</summary>
    public NoticesOfStore Notices { get; } = new();

    public IdentityGraph Graph => Services.GetRequiredService<IdentityGraph>();

    public AuditTrail Audit => Services.GetRequiredService<AuditTrail>();

    public WriteGate Gate => Services.GetRequiredService<WriteGate>();

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public Task<HubDbContext> OpenAsync() => Get<IDbContextFactory<HubDbContext>>().CreateDbContextAsync();

    /// <summary>Counts the writes that happen while something runs.</summary>
    public abstract Task<long> ChangesDuringAsync(Func<Task> work);

    /// <summary>How the database finds rows for a query: the text of its plan.</summary>
    public abstract Task<string> PlanOfAsync(string sql);

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
