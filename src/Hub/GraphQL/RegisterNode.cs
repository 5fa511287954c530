using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.GraphQL.Registers;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.GraphQL;

/// <summary>One controller's customer register.</summary>
[GraphQLName("Register")]
[Authorize(Policies.Caller)]
public sealed class RegisterNode(Register register)
{
    /// <summary>Its id.</summary>
    [ID]
    public string Id => register.Id;

    /// <summary>What people call it, in Finnish.</summary>
    public string Name => register.Name;

    /// <summary>What people call it, in each language.</summary>
    public LocalText Names => register.Names;

    /// <summary>Other names it goes by.</summary>
    public IReadOnlyList<string> Aliases => register.Aliases;

    /// <summary>Who answers for it.</summary>
    public string Controller => register.Controller.Name;

    /// <summary>The source whose customer numbers are the register's customer ids.</summary>
    [ID]
    public string PrimarySource => register.PrimarySource;

    /// <summary>The ids of the purposes that data may be read for.</summary>
    public IReadOnlyList<string> Purposes => [.. register.Purposes.Select(purpose => purpose.Id)];

    /// <summary>What its privacy notice says, as the hub acts upon it.</summary>
    public PolicyNode Policy => new(register);

    /// <summary>The ids of the data categories it holds.</summary>
    public IReadOnlyList<string> Categories => [.. register.Categories.Select(category => category.Id)];
}
