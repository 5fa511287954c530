using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Registers;

namespace PersonalDataHub.Hub.GraphQL;

/// <summary>One controller's customer register.</summary>
[GraphQLName("Register")]
[Authorize(Policies.Caller)]
public sealed class RegisterNode(Register register)
{
    /// <summary>Its id.</summary>
    [ID]
    public string Id => register.Id;

    /// <summary>What people call it.</summary>
    public string Name => register.Name;

    /// <summary>Who answers for it.</summary>
    public string Controller => register.Controller.Name;

    /// <summary>The source whose customer numbers are the register's customer ids.</summary>
    [ID]
    public string PrimarySource => register.PrimarySource;

    /// <summary>The ids of the purposes that data may be read for.</summary>
    public IReadOnlyList<string> Purposes => [.. register.Purposes.Select(purpose => purpose.Id)];

    /// <summary>The ids of the data categories it holds.</summary>
    public IReadOnlyList<string> Categories => [.. register.Categories.Select(category => category.Id)];
}
