using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Net.Http.Headers;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Authorization;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers.Policy;
using PersonalDataHub.Hub.Registrants.Restrictions;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>Hands out a recording, whole or by byte range, to a caller who may see its register. Each time is audited.</summary>
internal sealed class RecordingDownload(
    DownloadAddresses addresses, CatalogHolder catalogs, SourceInvoker invoker, RestrictionBook restrictions, AuditTrail audit)
{
    private const int PartLength = 1 << 18;

    /// <summary>
    /// Answers 200 or 206 with the bytes; 403 while it is restricted from the purpose, 404 for an address that is not good,
    /// 416 for a range outside, 503 when it cannot be audited.
    /// </summary>
    public async Task AnswerAsync(HttpContext http, string token)
    {
        try
        {
            await AnswerAuditedAsync(http, token).ConfigureAwait(false);
        }
        catch (AuditUnavailableException) when (!http.Response.HasStarted)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    private async Task AnswerAuditedAsync(HttpContext http, string token)
    {
        var aborted = http.RequestAborted;
        using var lease = catalogs.Lease();
        if (addresses.Open(token) is not { } media
            || Caller.From(http.User) is not { } caller
            || caller.Role == Roles.Integrator
            || !caller.CanSee(media.Register)
            || lease.Catalog.FindSource(media.Register, media.Source) is not { } source
            || lease.Catalog.FindRegister(media.Register)?.FindPurpose(media.Purpose) is not { } purpose
            || PurposeCheck.Of(lease.Catalog.FindRegister(media.Register)!, purpose) is not null
            || source.FindRecordType(media.Target.RecordType) is not { } type
            || type.Fields.FirstOrDefault(field => field.Name == media.Target.Field) is not { } field)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var scope = await audit.BeginAsync(
            new AuditIntent
            {
                Actor = caller.Name,
                Role = caller.Role,
                Register = media.Register,
                Purpose = media.Purpose,
                Operation = "listen",
                Sources = [source.Id],
            },
            aborted).ConfigureAwait(false);

        // Asked anew each time: an address may be older than the restriction.
        var inForce = await restrictions.InForceAsync(media.Register, media.Registrant, aborted).ConfigureAwait(false);
        var outcome = inForce.Withhold(purpose, source, type, media.Target.Key, field) is { } withheld
            ? await RefuseAsync(http, withheld).ConfigureAwait(false)
            : await SendAsync(http, source, media.Key, aborted).ConfigureAwait(false);
        await scope.CompleteAsync(
            new AuditOutcome { Outcome = outcome, Sources = [new(source.Id, outcome, 1)] }, aborted).ConfigureAwait(false);
    }

    private static async Task<string> RefuseAsync(HttpContext http, Withheld withheld)
    {
        await Results.Problem(withheld.Reason, statusCode: StatusCodes.Status403Forbidden, title: "The recording is restricted.")
            .ExecuteAsync(http).ConfigureAwait(false);
        return "withheld";
    }

    private async Task<string> SendAsync(HttpContext http, Source source, string key, CancellationToken cancellationToken)
    {
        var range = http.Request.GetTypedHeaders().Range is { Unit.Value: "bytes", Ranges: { Count: 1 } ranges } ? ranges.First() : null;
        var first = await invoker.ReadMediaAsync(source, new(key, range?.From ?? 0, PartLength), cancellationToken).ConfigureAwait(false);
        if (first.Value is not { } part)
        {
            http.Response.StatusCode = first.Status == CallStatus.TimedOut
                ? StatusCodes.Status504GatewayTimeout
                : StatusCodes.Status502BadGateway;
            return first.Status.ToString();
        }

        var total = part.TotalLength;
        var (from, end) = range switch
        {
            null => (0, total),
            { From: null, To: { } suffix } => (Math.Max(0, total - suffix), total),
            _ => (range.From ?? 0, Math.Min(total, (range.To ?? total - 1) + 1)),
        };
        var response = http.Response;
        response.Headers.AcceptRanges = "bytes";
        response.Headers.CacheControl = "private, no-store";
        if (from >= end && range is not null)
        {
            response.StatusCode = StatusCodes.Status416RangeNotSatisfiable;
            response.Headers.ContentRange = $"bytes */{total.ToString(CultureInfo.InvariantCulture)}";
            return "outsideRange";
        }

        response.ContentType = part.ContentType;
        response.ContentLength = end - from;
        if (range is not null)
        {
            response.StatusCode = StatusCodes.Status206PartialContent;
            response.Headers.ContentRange = new ContentRangeHeaderValue(from, end - 1, total).ToString();
        }

        return HttpMethods.IsHead(http.Request.Method)
            ? "done"
            : await CopyAsync(response, source, key, from, end, range?.From is null && from > 0 ? null : part, cancellationToken).ConfigureAwait(false);
    }

    // A source that fails midway leaves the answer short of its length, which every client notices.
    private async Task<string> CopyAsync(
        HttpResponse response, Source source, string key, long from, long end, MediaPart? first, CancellationToken cancellationToken)
    {
        var part = first;
        while (from < end)
        {
            if (part is null)
            {
                var call = await invoker.ReadMediaAsync(
                    source, new(key, from, (int)Math.Min(PartLength, end - from)), cancellationToken).ConfigureAwait(false);
                if (call.Value is not { Bytes.Length: > 0 })
                {
                    response.HttpContext.Abort();
                    return call.Status.ToString();
                }

                part = call.Value;
            }

            var bytes = part.Bytes[..(int)Math.Min(part.Bytes.Length, end - from)];
            await response.Body.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
            from += bytes.Length;
            part = null;
        }

        return "done";
    }
}
