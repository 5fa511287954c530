using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Registers.Retention;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Passports;

namespace PersonalDataHub.Hub.GraphQL;

/// <summary>What the schema adds to a passport.</summary>
[ObjectType<Passport>]
public static class PassportFields
{
    /// <summary>The source that holds the value.</summary>
    public static SourceNode GetSource([Parent] Passport passport) => new(passport.Source);

    /// <summary>How long it stays, worked out from the record's own dates; null when it is withheld.</summary>
    /// <param name="passport">The passport.</param>
    /// <param name="clock">Says which day it is: the law in force on it counts.</param>
    public static PassportKeeping? GetKept([Parent] Passport passport, [Service] TimeProvider clock) =>
        passport.KeepingOn(clock.Today());
}
