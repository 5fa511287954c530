using PersonalDataHub.Hub.Registrants.Identities;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>Is told what is learnt and decided about registrants. Called within the operation; must be quick and not throw for reasons of its own.</summary>
internal interface IRegistrantObserver
{
    /// <summary>A search has found that sources hold something of a registrant.</summary>
    /// <param name="registrant">The registrant with all identities known now.</param>
    /// <param name="sources">The ids of the sources that answered with records.</param>
    /// <param name="cancellationToken">Cancelled when the caller is gone.</param>
    Task OnHeldAsync(KnownRegistrant registrant, IReadOnlyList<string> sources, CancellationToken cancellationToken);

    /// <summary>A person has decided that an identity is not the registrant's.</summary>
    /// <param name="registrant">The registrant as it was before, with all ids that were one in it.</param>
    /// <param name="by">Who decided.</param>
    /// <param name="cancellationToken">Cancelled when the caller is gone.</param>
    Task OnSeparatedAsync(KnownRegistrant registrant, string by, CancellationToken cancellationToken);
}
