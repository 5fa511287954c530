using PersonalDataHub.Hub.Registrants.Identities;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>Tells all observers. They are looked up at the first telling: some of them search themselves.</summary>
internal sealed class RegistrantObservers(Func<IEnumerable<IRegistrantObserver>> find)
{
    private readonly Lazy<IReadOnlyList<IRegistrantObserver>> all = new(() => [.. find()]);

    /// <inheritdoc cref="IRegistrantObserver.OnHeldAsync"/>
    public async Task HeldAsync(KnownRegistrant registrant, IReadOnlySet<string> sources, CancellationToken cancellationToken)
    {
        if (sources.Count == 0)
        {
            return;
        }

        foreach (var observer in all.Value)
        {
            await observer.OnHeldAsync(registrant, [.. sources], cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc cref="IRegistrantObserver.OnSeparatedAsync"/>
    public async Task SeparatedAsync(KnownRegistrant registrant, string by, CancellationToken cancellationToken)
    {
        foreach (var observer in all.Value)
        {
            await observer.OnSeparatedAsync(registrant, by, cancellationToken).ConfigureAwait(false);
        }
    }
}
