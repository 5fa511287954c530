using PersonalDataHub.GraphQL.Execution;

namespace PersonalDataHub.GraphQL.Authorization;

/// <summary>What an <see cref="IAuthorizationHandler"/> decided.</summary>
public sealed class AuthorizeResult
{
    internal const string UnauthenticatedCode = "UNAUTHENTICATED";

    private AuthorizeResult(GraphQLError? error) => Error = error;

    /// <summary>The caller fulfils the rule.</summary>
    public static AuthorizeResult Allowed { get; } = new(null);

    /// <summary>The caller is known and may not: code FORBIDDEN, HTTP status 403.</summary>
    public static AuthorizeResult NotAllowed { get; } =
        Refused(GraphQLError.WithStatus("You may not ask for this. Ask for less, or as somebody else.", "FORBIDDEN", 403));

    /// <summary>Nobody knows who asks: code UNAUTHENTICATED, HTTP status 401. Where an introspection policy answers so, the caller learns no mistakes of its document either.</summary>
    public static AuthorizeResult NotAuthenticated { get; } =
        Refused(GraphQLError.WithStatus("Say who you are.", UnauthenticatedCode, 401));

    internal GraphQLError? Error { get; }

    /// <summary>The caller may not, for this reason. The place of the first field with the rule is added where the error names none.</summary>
    public static AuthorizeResult Refused(GraphQLError error) => new(error);
}
