namespace PersonalDataHub.GraphQL.Authorization;

/// <summary>Decides who may select what. Asked once per distinct rule of an operation, after its variables are coerced and before anything else runs.</summary>
public interface IAuthorizationHandler
{
    /// <summary>Whether the caller fulfils the rule. Everything but <see cref="AuthorizeResult.Allowed"/> refuses the whole operation, as does an exception.</summary>
    ValueTask<AuthorizeResult> AuthorizeAsync(AuthorizationContext context, FieldRule rule, CancellationToken cancellationToken);
}
