namespace PersonalDataHub.PersonView.Sources;

/// <summary>Sources that answer at once from memory: what remains is the contender's own work.</summary>
public sealed class InProcessSources : IPersonSources
{
    private static readonly Task<IReadOnlyList<Invoice>> invoices = Task.FromResult(CannedView.Invoices);
    private static readonly Task<IReadOnlyList<Call>> calls = Task.FromResult(CannedView.Calls);
    private static readonly Task<IReadOnlyList<Visit>> visits = Task.FromResult(CannedView.Visits);

    public Task<Profile> ProfileAsync(string customer, CancellationToken cancellationToken) => Task.FromResult(CannedView.ProfileOf(customer));

    public Task<IReadOnlyList<Invoice>> InvoicesAsync(string customer, CancellationToken cancellationToken) => invoices;

    public Task<IReadOnlyList<Call>> CallsAsync(string customer, CancellationToken cancellationToken) => calls;

    public Task<IReadOnlyList<Visit>> VisitsAsync(string customer, CancellationToken cancellationToken) => visits;
}
