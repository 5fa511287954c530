using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Authorization;

namespace PersonalDataHub.Hub.Tests.GraphQL;

/// <summary>The hub put together over the configuration that ships, not started: its schema is built and its executor answers.</summary>
internal sealed class BuiltHub : IAsyncDisposable
{
    /// <summary>The code of an operation that passed all rules: nothing of it is resolved.</summary>
    public const string Passed = "PASSED";

    private readonly TemporaryDirectory folder = new();
    private readonly WebApplication application;

    /// <param name="configure">Changes the hub before its rooms are put together.</param>
    /// <param name="arguments">Further configuration.</param>
    public BuiltHub(Action<IServiceCollection>? configure = null, params string[] arguments) => application = HubApplication.Build(
        [
            "--environment=Development",
            $"--Hub:DataDirectory={folder.File("data")}",
            $"--Hub:ConfigDirectory={RepositoryFiles.Path("connectors-config")}",
            $"--Hub:PluginsDirectory={Path.Combine(AppContext.BaseDirectory, "plugins")}",
            .. arguments,
        ],
        builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.AddScoped<IRequestInterceptor, Stop>();
            configure?.Invoke(builder.Services);
        });

    public Task<Schema> SchemaAsync() => Executor.GetSchemaAsync(CancellationToken.None).AsTask();

    /// <summary>The codes with which an operation is refused, or <see cref="Passed"/>.</summary>
    /// <param name="role">Who asks; null for somebody without a key.</param>
    /// <param name="query">The document.</param>
    /// <param name="operation">Which of its operations; null for the only one.</param>
    /// <param name="isGet">Whether it came over GET.</param>
    /// <param name="purpose">What for.</param>
    public async Task<string> VerdictAsync(string? role, string query, string? operation = null, bool isGet = false, string? purpose = "data-subject-rights")
    {
        await using var scope = application.Services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        if (role is not null)
        {
            http.User = new(new ClaimsIdentity(
                [new(ClaimTypes.Name, role), new(ClaimTypes.Role, role), new(Caller.RegisterClaim, Caller.EveryRegister)], "Test"));
        }

        http.Request.Headers["X-Purpose"] = purpose;
        await using var answer = await Executor.SubscribeAsync(
            new GraphQLRequest(query) { OperationName = operation, HttpContext = http, IsGet = isGet }, scope.ServiceProvider, CancellationToken.None);
        var result = answer.Result.ShouldNotBeNull(query);
        result.IsExecuted.ShouldBeFalse(query);
        return string.Join(", ", result.Errors.Select(error => error.Code).Distinct());
    }

    public async ValueTask DisposeAsync()
    {
        await application.DisposeAsync();
        folder.Dispose();
    }

    private RequestExecutor Executor => application.Services.GetRequiredService<RequestExecutor>();

    /// <summary>Asked after the rules and before anything is resolved.</summary>
    private sealed class Stop : IRequestInterceptor
    {
        public ValueTask<GraphQLError?> OnOperationAsync(OperationContext context, CancellationToken cancellationToken) =>
            new(GraphQLError.WithCode("Everything so far is allowed.", Passed));
    }
}
