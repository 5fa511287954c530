namespace PersonalDataHub.PersonView.Sources;

/// <summary>The four systems that hold something of a person.</summary>
public interface IPersonSources
{
    Task<Profile> ProfileAsync(string customer, CancellationToken cancellationToken);

    Task<IReadOnlyList<Invoice>> InvoicesAsync(string customer, CancellationToken cancellationToken);

    Task<IReadOnlyList<Call>> CallsAsync(string customer, CancellationToken cancellationToken);

    Task<IReadOnlyList<Visit>> VisitsAsync(string customer, CancellationToken cancellationToken);
}
