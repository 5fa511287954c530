using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace PersonalDataHub.Hub.Authorization;

/// <summary>Knows callers by <c>Authorization: Bearer</c> with an API key. A refusal tells nothing but that it is one.</summary>
public sealed class ApiKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    ApiKeys keys,
    DemoKeys demoKeys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string SchemeName = "ApiKey";
    private const string Bearer = "Bearer ";
    private const int LongestKey = 200;

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers.Authorization is not [{ } header])
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        var key = header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : "";
        var caller = key.Length is 0 or > LongestKey ? null : keys.Find(key) ?? demoKeys.Find(key);
        return Task.FromResult(caller is null
            ? AuthenticateResult.Fail("The key is not known.")
            : AuthenticateResult.Success(new AuthenticationTicket(PrincipalOf(caller), SchemeName)));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer";
        return Task.CompletedTask;
    }

    private static ClaimsPrincipal PrincipalOf(Caller caller) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.Name, caller.Name),
            new Claim(ClaimTypes.Role, caller.Role),
            .. caller.Registers.Select(register => new Claim(Caller.RegisterClaim, register)),
        ],
        SchemeName));
}
