using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Authorization;

/// <summary>The rule of a field, or of all fields of a class. A member's rule replaces its class's; beside <see cref="AllowAnonymousAttribute"/> this one holds.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface)]
public sealed class AuthorizeAttribute : Attribute, IFieldMetadata
{
    public AuthorizeAttribute()
    {
    }

    public AuthorizeAttribute(string policy) => Policy = policy;

    /// <summary>What the <see cref="IAuthorizationHandler"/> decides by. Default null: the handler's own default.</summary>
    public string? Policy { get; set; }

    /// <summary>Roles of which the caller needs one. Default none: the policy alone decides.</summary>
    public string[] Roles { get; set; } = [];
}
