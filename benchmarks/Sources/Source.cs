using System.Buffers;
using System.Text;
using System.Text.Json;

namespace PersonalDataHub.Sources;

/// <summary>One system: answers with prepared bytes, into which the customer number is put where it has a place.</summary>
internal sealed class Source
{
    /// <summary>Stands in the body where the customer number belongs.</summary>
    public const string AnyCustomer = "@customer";

    private readonly byte[] before;
    private readonly byte[] after;
    private readonly bool hasPlace;
    private readonly byte[] envelope;
    private long asked;

    public Source(string name, byte[] body)
    {
        Name = name;
        var place = body.AsSpan().IndexOf(Encoding.UTF8.GetBytes(AnyCustomer));
        hasPlace = place >= 0;
        before = hasPlace ? body[..place] : body;
        after = hasPlace ? body[(place + AnyCustomer.Length)..] : [];
        envelope = Encoding.UTF8.GetBytes($"{{\"data\":{{\"{name}\":");
    }

    public string Name { get; }

    /// <summary>How long it takes to answer. The system's timer makes 5 ms about 8.</summary>
    public TimeSpan Delay { get; set; }

    public long Asked => Interlocked.Read(ref asked);

    /// <summary>The REST form.</summary>
    public async Task AnswerAsync(HttpContext context, string customer)
    {
        await WaitAsync(context.RequestAborted);
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = LengthFor(customer);
        Write(context.Response.BodyWriter, customer);
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
    }

    /// <summary>The form for gateways: whatever is selected, it answers with all of its one field, as the one query that is measured selects.</summary>
    public async Task AnswerGraphQLAsync(HttpContext context)
    {
        string customer;
        using (var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted))
        {
            customer = body.RootElement.GetProperty("variables").EnumerateObject().First().Value.GetString()!;
        }

        await WaitAsync(context.RequestAborted);
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = envelope.Length + LengthFor(customer) + 2;
        var output = context.Response.BodyWriter;
        output.Write(envelope);
        Write(output, customer);
        output.Write("}}"u8);
        await output.FlushAsync(context.RequestAborted);
    }

    private async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref asked);
        if (Delay > TimeSpan.Zero)
        {
            await Task.Delay(Delay, cancellationToken);
        }
    }

    private long LengthFor(string customer) => before.Length + after.Length + (hasPlace ? Encoding.UTF8.GetByteCount(customer) : 0);

    private void Write(IBufferWriter<byte> output, string customer)
    {
        output.Write(before);
        if (hasPlace)
        {
            Encoding.UTF8.GetBytes(customer, output);
            output.Write(after);
        }
    }
}
