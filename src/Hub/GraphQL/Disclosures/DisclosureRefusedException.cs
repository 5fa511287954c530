using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.Hub.Disclosures;

namespace PersonalDataHub.Hub.GraphQL.Disclosures;

/// <summary>The data may not go as asked; only the refusal was recorded.</summary>
[Authorize(Policies.Person)]
public sealed class DisclosureRefusedException(DisclosureMistake mistake) : Exception(mistake.Message)
{
    /// <summary>A stable code for programs.</summary>
    public string Code => mistake.Code;

    /// <summary>What it is about; null when about the whole.</summary>
    public string? About => mistake.About;

    /// <summary>Ids of the statements of the register's notice behind it.</summary>
    public IReadOnlyList<string> Statements => mistake.Statements;
}
