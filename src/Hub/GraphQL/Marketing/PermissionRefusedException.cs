using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.Hub.Marketing;

namespace PersonalDataHub.Hub.GraphQL.Marketing;

/// <summary>It cannot be done as asked; nothing was changed.</summary>
[Authorize(Policies.Person)]
public sealed class PermissionRefusedException(PermissionMistake mistake) : Exception(mistake.Message)
{
    /// <summary>A stable code for programs.</summary>
    public string Code => mistake.Code;

    /// <summary>What it is about; null when about the whole.</summary>
    public string? About => mistake.About;

    /// <summary>Ids of the statements of the register's notice behind it.</summary>
    public IReadOnlyList<string> Statements => mistake.Statements;
}
