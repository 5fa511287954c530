using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace PersonalDataHub.PersonView.Hosting;

/// <summary>Knows callers by <c>Authorization: Bearer</c> with an API key, of which it holds the hash only.</summary>
internal sealed class ApiKeyCheck
{
    private const string Bearer = "Bearer ";
    private static readonly byte[] known = SHA256.HashData(Encoding.UTF8.GetBytes(ContenderHost.ApiKey));

    public static Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Headers.Authorization is [{ } header] && header.StartsWith(Bearer, StringComparison.Ordinal)
            && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(header[Bearer.Length..])), known))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }
}
