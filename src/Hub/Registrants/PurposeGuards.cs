using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants.Identities;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>Asks every guard: the strictest answer holds.</summary>
/// <param name="all">Asked for late: guards read people themselves.</param>
internal sealed class PurposeGuards(Func<IEnumerable<IPurposeGuard>> all)
{
    /// <inheritdoc cref="IPurposeGuard.Refuse"/>
    public PurposeRefusal? Refuse(Register register, Purpose purpose) =>
        all().Select(guard => guard.Refuse(register, purpose)).FirstOrDefault(refusal => refusal is not null);

    /// <inheritdoc cref="IPurposeGuard.OfAsync"/>
    /// <exception cref="RegistrantQueryException">The person's data may not be used for the purpose.</exception>
    public async Task<PersonUse> OfAsync(Register register, Purpose purpose, KnownRegistrant person, CancellationToken cancellationToken)
    {
        var mayCombine = true;
        foreach (var guard in all())
        {
            var use = await guard.OfAsync(register, purpose, person, cancellationToken).ConfigureAwait(false);
            if (use.Refusal is { } refusal)
            {
                throw new RegistrantQueryException(refusal.Code, refusal.Message);
            }

            mayCombine &= use.MayCombine;
        }

        return new(null, mayCombine);
    }
}
