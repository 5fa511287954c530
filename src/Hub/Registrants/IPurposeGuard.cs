using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants.Identities;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>Says what a register's notice, and the person, let a purpose do beyond seeing its categories.</summary>
internal interface IPurposeGuard
{
    /// <summary>Why nobody's data may be read for the purpose; null when it may. Asked before any source is.</summary>
    PurposeRefusal? Refuse(Register register, Purpose purpose);

    /// <summary>How this person's data may be used for it. Asked before a record is read.</summary>
    Task<PersonUse> OfAsync(Register register, Purpose purpose, KnownRegistrant person, CancellationToken cancellationToken);
}
