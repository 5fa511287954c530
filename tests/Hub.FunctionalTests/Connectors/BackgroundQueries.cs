using System.Text.Json;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Connectors;

/// <summary>Asks for a person without pause until it is disposed, and counts what went wrong.</summary>
internal sealed class BackgroundQueries : IAsyncDisposable
{
    private readonly TestHub hub;
    private readonly string list;
    private readonly CancellationTokenSource stopping = new();
    private readonly List<string> failures = [];
    private readonly Task[] callers;
    private int answers;

    /// <param name="hub">Whom to ask.</param>
    /// <param name="list">A list of which the person has something, whole: <c>invoices</c>.</param>
    /// <param name="callers">How many ask at the same time.</param>
    public BackgroundQueries(TestHub hub, string list, int callers = 2)
    {
        (this.hub, this.list) = (hub, list);
        this.callers = [.. Enumerable.Range(0, callers).Select(_ => Task.Run(AskAsync))];
    }

    public int Answers => Volatile.Read(ref answers);

    /// <summary>Waits until so many more queries were answered.</summary>
    public Task MoreAsync(int more)
    {
        var goal = Answers + more;
        return Patience.UntilAsync(() => Task.FromResult(Answers), now => now >= goal || callers.All(caller => caller.IsCompleted));
    }

    /// <summary>Stops asking and returns what went wrong.</summary>
    public async Task<IReadOnlyList<string>> StopAsync()
    {
        await stopping.CancelAsync();
        await Task.WhenAll(callers);
        return failures;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        stopping.Dispose();
    }

    private async Task AskAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            var failure = await FailureAsync();
            if (failure is not null)
            {
                lock (failures)
                {
                    failures.Add(failure);
                }
            }

            Interlocked.Increment(ref answers);
        }
    }

    private async Task<string?> FailureAsync()
    {
        try
        {
            var answer = await hub.SendAsync(
                $$"""
                query Find($by: RegistrantKey!) {
                  findRegistrant(register: "telecom", by: $by, waitAtMost: "PT30S") {
                    sources { source { id } status }
                    registrant { customers { complete nodes { customerNumber } } {{list}}(first: 5) { complete nodes { id } } }
                  }
                }
                """,
                new { by = new { customerId = LoyaltyProgramme.Customer } });
            return answer.TryGetProperty("errors", out var errors) ? errors.ToString() : WhatIsMissing(answer.At("data.findRegistrant"));
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return exception.ToString();
        }
    }

    private string? WhatIsMissing(JsonElement search) =>
        search.At("registrant.customers.complete").GetBoolean()
        && search.At($"registrant.{list}.complete").GetBoolean()
        && search.Items("registrant.customers.nodes") is [var customer] && customer.Text("customerNumber") == LoyaltyProgramme.Customer
        && search.Items($"registrant.{list}.nodes").Count > 0
            ? null
            : search.At("sources").ToString();
}
