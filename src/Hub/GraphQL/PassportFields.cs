using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Registers.Retention;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Blockers;
using PersonalDataHub.Hub.Registrants.Passports;

namespace PersonalDataHub.Hub.GraphQL;

/// <summary>What the schema adds to a passport.</summary>
[ObjectType<Passport>]
public static class PassportFields
{
    /// <summary>The source that holds the value.</summary>
    public static SourceNode GetSource([Parent] Passport passport) => new(passport.Source);

    /// <summary>
    /// How long it stays, worked out from the record's own dates and from how the relationship and the consents stand, which is
    /// asked once for an answer; null when it is withheld.
    /// </summary>
    /// <param name="passport">The passport.</param>
    /// <param name="clock">Says which day it is: the law in force on it counts.</param>
    public static async Task<PassportKeeping?> GetKeptAsync([Parent] Passport passport, [Service] TimeProvider clock) =>
        passport.KeepingOn(clock.Today(), (await passport.StandingAsync().ConfigureAwait(false))?.Facts);

    /// <summary>
    /// How the erasure blockers that can keep it stand for this person, by the sources' facts, which are asked once for an answer.
    /// </summary>
    /// <param name="passport">The passport.</param>
    [ListSize(AssumedSize = 5)]
    public static Task<IReadOnlyList<ErasureBlocker>> GetBlockersAsync([Parent] Passport passport) => passport.BlockersAsync();
}
