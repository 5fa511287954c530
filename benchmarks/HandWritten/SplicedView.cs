using System.Buffers;
using PersonalDataHub.PersonView;
using PersonalDataHub.PersonView.Hosting;
using PersonalDataHub.PersonView.Register;
using PersonalDataHub.PersonView.Sources;

namespace PersonalDataHub.HandWritten;

/// <summary>The anchor <c>raw</c>: the sources' bytes put together unread. Nothing that looks at the data can be cheaper.</summary>
internal sealed class SplicedView(SourceBytes sources, SourceAddresses addresses, PersonRegister? register)
{
    public async Task AnswerAsync(HttpContext context, ViewRequest request, CancellationToken cancellationToken)
    {
        var customer = register is null ? request.Id : await register.OpenAsync(request.Id, ContenderHost.Caller, "View", cancellationToken);
        if (customer is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var parts = await Task.WhenAll(
            sources.ReadAsync(addresses.Profile, customer, cancellationToken),
            sources.ReadAsync(addresses.Invoices, customer, cancellationToken),
            sources.ReadAsync(addresses.Calls, customer, cancellationToken),
            sources.ReadAsync(addresses.Visits, customer, cancellationToken));
        context.Response.ContentType = "application/json; charset=utf-8";
        var output = context.Response.BodyWriter;
        output.Write("{\"data\":{\"profile\":"u8);
        output.Write(parts[0]);
        output.Write(",\"invoices\":"u8);
        output.Write(parts[1]);
        output.Write(",\"calls\":"u8);
        output.Write(parts[2]);
        output.Write(",\"visits\":"u8);
        output.Write(parts[3]);
        output.Write("}}"u8);
        await output.FlushAsync(cancellationToken);
    }
}
