using System.Globalization;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.ContactForm.Index;
using PersonalDataHub.Connectors.ContactForm.Maildir;
using PersonalDataHub.Connectors.ContactForm.Writing;
using PersonalDataHub.Connectors.LogIndex.Writing;

namespace PersonalDataHub.Connectors.ContactForm;

/// <summary>Reads and changes a Maildir of messages that arrived through a contact form or by e-mail.</summary>
public sealed class ContactFormConnector
    : IConnector, ISupportsMedia, ISupportsFacts, ISupportsRectification, ISupportsRestriction, ISupportsErasure
{
    private const string ServerCache = "dovecot.index.cache";

    private static readonly WriteUnsupported asSent = new(
        "A message is kept as it was sent. Correct what was taken from it where that is held; a supplementary statement (GDPR Art. 16) "
        + "may be sent to the mailbox, where it is found beside it.");

    private readonly ContactFormSettings settings;
    private readonly TimeProvider clock;
    private readonly MaildirFolder maildir;
    private readonly MessageIndex index;
    private readonly MessageReader reader;
    private readonly WriteGate gate;
    private readonly MessageWrites writes;

    /// <summary>Makes the connector; opens nothing.</summary>
    public ContactFormConnector(SourceSettings source, TimeProvider clock)
    {
        this.clock = clock;
        settings = ContactFormSettings.Read(source, []);
        maildir = new(settings.Folder, settings.RestrictedFolder);
        index = new(settings, maildir, source.WorkDirectory);
        reader = new(settings, maildir);
        gate = new(source.WorkDirectory, new WrittenFolder(settings.Folder, "folder"));
        writes = new(settings, maildir, index, gate.Files);
    }

    /// <summary>The steps by which files are changed.</summary>
    internal DurableFiles Files => gate.Files;

    /// <summary>How many messages were opened to read their headers so far.</summary>
    internal long HeadersRead => index.HeadersRead;

    /// <inheritdoc/>
    public SourceDescriptor Describe() => ContactFormDescriptor.For(settings);

    /// <inheritdoc/>
    public async Task<CheckResult> CheckAsync(CheckRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var look = await index.LookAsync(cancellationToken).ConfigureAwait(false);
            return CheckResult.Fit(
            [
                $"{look.Count} messages; {look.Unanswerable} cannot be answered, {look.Senderless} of them name no sender.",
                .. File.Exists(Path.Combine(settings.Folder, ServerCache))
                    ? [$"The mail server's '{ServerCache}' may hold lines of erased messages until the server purges it (doveadm purge, doveadm index)."]
                    : (string[])[],
            ]);
        }
        catch (SourceException failure)
        {
            return CheckResult.Unfit(failure.Kind, failure.Message);
        }
    }

    /// <inheritdoc/>
    public async Task<ReadPage> ReadAsync(ReadRequest request, CancellationToken cancellationToken)
    {
        var look = await index.LookAsync(cancellationToken).ConfigureAwait(false);
        var found = look.Find(request.Identities, settings.TimeZone);
        var after = request.PageToken is { } token ? Position(token) : null;
        var rest = after is { } last
            ? [.. found.SkipWhile(message => message.At < last.At || (message.At == last.At && string.CompareOrdinal(message.Key, last.Key) <= 0))]
            : found;
        var records = new List<PersonalRecord>();
        var large = 0;
        foreach (var message in rest.Take(request.PageSize))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var record = reader.Read(message, out var cut) ?? await ReadMovedAsync(message.Key, request, cancellationToken).ConfigureAwait(false);
            if (record is not null)
            {
                records.Add(record);
                large += cut ? 1 : 0;
            }
        }

        return new()
        {
            Records = records,
            NextPageToken = rest.Count > request.PageSize && rest[request.PageSize - 1] is { } end
                ? string.Create(CultureInfo.InvariantCulture, $"{end.At}.{end.Key}") : null,
            Total = found.Count,
            AsOf = clock.GetUtcNow(),
            Gaps = Gaps(look, large),
        };
    }

    /// <inheritdoc/>
    public async Task<MediaPart> ReadMediaAsync(MediaRequest request, CancellationToken cancellationToken) =>
        reader.ReadMedia((await index.LookAsync(cancellationToken).ConfigureAwait(false)).Message(request.Key), request);

    /// <inheritdoc/>
    public async Task<FactsResult> ReadFactsAsync(FactsRequest request, CancellationToken cancellationToken)
    {
        var found = (await index.LookAsync(cancellationToken).ConfigureAwait(false)).Find(request.Identities, settings.TimeZone);
        DateTimeOffset? latest = found.Count > 0 ? DateTimeOffset.FromUnixTimeSeconds(found[^1].At) : null;
        return new([.. request.Facts.Select(fact => new SourceFact(fact, found.Count > 0, found.Count, latest))], clock.GetUtcNow());
    }

    /// <inheritdoc/>
    public Task<WriteResult> RectifyAsync(RectificationRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(new WriteResult { Items = [.. request.Corrections.Select(_ => asSent)] });

    /// <inheritdoc/>
    public Task<WriteResult> RestrictAsync(RestrictionRequest request, CancellationToken cancellationToken) =>
        gate.RunAsync(request.Task, _ => writes.RestrictAsync(request, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public async Task<WriteResult> PreviewErasureAsync(ErasureRequest request, CancellationToken cancellationToken) =>
        new() { Items = await writes.PreviewErasureAsync(request, cancellationToken).ConfigureAwait(false) };

    /// <inheritdoc/>
    public Task<WriteResult> EraseAsync(ErasureRequest request, CancellationToken cancellationToken) =>
        gate.RunAsync(request.Task, ledger => writes.EraseAsync(request, ledger, cancellationToken), cancellationToken);

    /// <summary>Reads a message that a mail program moved since it was looked for; null when it is gone.</summary>
    private async Task<PersonalRecord?> ReadMovedAsync(string key, ReadRequest request, CancellationToken cancellationToken)
    {
        var look = await index.LookAsync(cancellationToken).ConfigureAwait(false);
        return look.Find(request.Identities, settings.TimeZone).FirstOrDefault(message => message.Key == key) is { } moved ? reader.Read(moved, out _) : null;
    }

    private static List<string> Gaps(MessageSnapshot look, int large)
    {
        var gaps = new List<string>();
        if (look.Senderless > 0)
        {
            gaps.Add($"{look.Senderless} messages name no sender, so nobody can say whose they are.");
        }

        if (large > 0)
        {
            gaps.Add($"{large} messages are so large that their text was not looked for; the originals have it.");
        }

        return gaps;
    }

    /// <exception cref="SourceException">The token is none of ours.</exception>
    private static (long At, string Key)? Position(string token)
    {
        var dot = token.IndexOf('.');
        return dot > 0 && long.TryParse(token.AsSpan(0, dot), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var at)
            ? (at, token[(dot + 1)..])
            : throw new SourceException(FailureKind.System, "The page token is not one that this source gave.");
    }
}
