using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Net.Http.Headers;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Authorization;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Registers.Policy;
using PersonalDataHub.Hub.Registrants.Restrictions;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>Hands out a recording, whole or by byte range, to a caller who may see its register. Each time is audited.</summary>
internal sealed class RecordingDownload(
    DownloadAddresses addresses, CatalogHolder catalogs, SourceInvoker invoker, RestrictionBook restrictions, RedactionBook redactions, AuditTrail audit)
{
    private const int PartLength = 1 << 18;

    private delegate void Quieting(Span<byte> bytes, long position);

    /// <summary>
    /// Answers 200 or 206 with the bytes, silent where it is redacted and for the speaker that <c>silence</c> names; 400 for an
    /// unknown speaker, 403 while it is restricted from the purpose, 404 for an address that is not good, 416 for a range
    /// outside, 422 where speakers or spans cannot be told apart, 503 when it cannot be audited.
    /// </summary>
    public async Task AnswerAsync(HttpContext http, string token)
    {
        try
        {
            await AnswerAuditedAsync(http, token).ConfigureAwait(false);
        }
        catch (Exception gone) when (gone is AuditUnavailableException or StorageUnavailableException && !http.Response.HasStarted)
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

        if (!TryReadSpeaker(http, out var speaker))
        {
            await ProblemAsync(http, StatusCodes.Status400BadRequest, "There is no such speaker.", "'silence' is 'agent' or 'caller'.").ConfigureAwait(false);
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
            : await SendAsync(
                http,
                source,
                media.Key,
                speaker,
                await redactions.OfAsync(media.Register, media.Source, media.Target, aborted).ConfigureAwait(false),
                aborted).ConfigureAwait(false);
        await scope.CompleteAsync(
            new AuditOutcome { Outcome = outcome, Sources = [new(source.Id, outcome, 1)] }, aborted).ConfigureAwait(false);
    }

    private static async Task<string> RefuseAsync(HttpContext http, Withheld withheld)
    {
        await ProblemAsync(http, StatusCodes.Status403Forbidden, "The recording is restricted.", withheld.Reason).ConfigureAwait(false);
        return "withheld";
    }

    private static Task ProblemAsync(HttpContext http, int status, string title, string detail) =>
        Results.Problem(detail, statusCode: status, title: title).ExecuteAsync(http);

    private static bool TryReadSpeaker(HttpContext http, out RecordingSpeaker? speaker)
    {
        var named = http.Request.Query["silence"].ToString();
        speaker = named switch
        {
            "agent" => RecordingSpeaker.Agent,
            "caller" => RecordingSpeaker.Caller,
            _ => null,
        };
        return speaker is not null || named.Length == 0;
    }

    private async Task<string> SendAsync(
        HttpContext http,
        Source source,
        string key,
        RecordingSpeaker? speaker,
        IReadOnlyList<RecordingRedaction> redacted,
        CancellationToken cancellationToken)
    {
        WavSilence? silence = null;
        if (speaker is not null || redacted.Count > 0)
        {
            var head = await invoker.ReadMediaAsync(source, new(key, 0, WavSilence.HeaderLength), cancellationToken).ConfigureAwait(false);
            if (head.Value is not { } header)
            {
                return Missing(http, head.Status);
            }

            silence = WavSilence.Read(header.Bytes.Span, header.TotalLength);
            if (silence is null || (speaker is not null && silence.Channels != 2))
            {
                await ProblemAsync(
                    http,
                    StatusCodes.Status422UnprocessableEntity,
                    "The recording cannot be silenced in part.",
                    silence is null
                        ? "It is not a WAV file of plain samples, so nothing in it can be silenced; it is not handed out as asked."
                        : "Its speakers are not on two channels, so one cannot be silenced without the other; have spans of time redacted instead.")
                    .ConfigureAwait(false);
                return "notSeparable";
            }
        }

        var range = http.Request.GetTypedHeaders().Range is { Unit.Value: "bytes", Ranges: { Count: 1 } ranges } ? ranges.First() : null;
        var first = await invoker.ReadMediaAsync(source, new(key, range?.From ?? 0, PartLength), cancellationToken).ConfigureAwait(false);
        if (first.Value is not { } part)
        {
            return Missing(http, first.Status);
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
            : await CopyAsync(response, source, key, from, end, range?.From is null && from > 0 ? null : part, Quieten, cancellationToken).ConfigureAwait(false);

        void Quieten(Span<byte> bytes, long position)
        {
            if (speaker is { } silent)
            {
                silence!.Silence(bytes, position, silent);
            }

            foreach (var span in redacted)
            {
                silence!.Silence(bytes, position, span.From, span.To);
            }
        }
    }

    private static string Missing(HttpContext http, CallStatus status)
    {
        http.Response.StatusCode = status == CallStatus.TimedOut ? StatusCodes.Status504GatewayTimeout : StatusCodes.Status502BadGateway;
        return status.ToString();
    }

    // A source that fails midway leaves the answer short of its length, which every client notices.
    private async Task<string> CopyAsync(
        HttpResponse response, Source source, string key, long from, long end, MediaPart? first, Quieting quieten, CancellationToken cancellationToken)
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
            var copy = bytes.ToArray();
            quieten(copy, from);
            await response.Body.WriteAsync(copy, cancellationToken).ConfigureAwait(false);
            from += bytes.Length;
            part = null;
        }

        return "done";
    }
}
