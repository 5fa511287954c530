using Microsoft.AspNetCore.Http.HttpResults;
using PersonalDataHub.PersonView;
using PersonalDataHub.PersonView.Hosting;
using PersonalDataHub.PersonView.Register;
using PersonalDataHub.PersonView.Sources;

namespace PersonalDataHub.HandWritten;

/// <summary>The anchor <c>hand</c>: what a careful team writes for this one view, with generated JSON both ways.</summary>
internal sealed class TypedView(IPersonSources sources, PersonRegister? register)
{
    public async Task<Results<JsonHttpResult<ViewAnswer>, NotFound>> AnswerAsync(ViewRequest request, CancellationToken cancellationToken)
    {
        var customer = register is null ? request.Id : await register.OpenAsync(request.Id, ContenderHost.Caller, "View", cancellationToken);
        if (customer is null)
        {
            return TypedResults.NotFound();
        }

        var profile = sources.ProfileAsync(customer, cancellationToken);
        var invoices = sources.InvoicesAsync(customer, cancellationToken);
        var calls = sources.CallsAsync(customer, cancellationToken);
        var visits = sources.VisitsAsync(customer, cancellationToken);
        await Task.WhenAll(profile, invoices, calls, visits);
        return TypedResults.Json(new ViewAnswer(new(await profile, await invoices, await calls, await visits)), ViewJson.Default.ViewAnswer);
    }
}
