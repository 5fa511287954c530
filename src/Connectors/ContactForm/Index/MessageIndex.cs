using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.ContactForm.Mail;
using PersonalDataHub.Connectors.ContactForm.Maildir;
using PersonalDataHub.Connectors.LogIndex.Storage;

namespace PersonalDataHub.Connectors.ContactForm.Index;

/// <summary>Finds messages by address without opening each: a file's headers are read once, as files never change.</summary>
internal sealed class MessageIndex(ContactFormSettings settings, MaildirFolder maildir, string workDirectory)
{
    private const int LongestHeader = 256 * 1024;
    private const string AddressKind = "address";
    private const string FileKind = "file";

    private readonly Lock gate = new();
    private Dictionary<UInt128, IndexedMessage>? known;
    private IndexSecrets? secrets;
    private int kept;

    /// <summary>How many messages were opened to read their headers so far.</summary>
    public long HeadersRead { get; private set; }

    /// <summary>Looks what there is and tells it; goes on to the end when the caller gives up, so that the next call finds it done.</summary>
    public async Task<MessageSnapshot> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await Task.Run(Look, CancellationToken.None).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new SourceException(
                FailureKind.Configuration, $"The messages in '{settings.Folder}' may not be read by the account that the hub runs as.", denied);
        }
        catch (IOException broken)
        {
            throw new SourceException(FailureKind.Transient, $"The messages in '{settings.Folder}' could not be read just now.", broken);
        }
    }

    private MessageSnapshot Look()
    {
        lock (gate)
        {
            Open();
            var found = new List<(MaildirFile File, IndexedMessage Entry)>();
            var added = new List<IndexedMessage>();
            foreach (var file in maildir.List())
            {
                var name = secrets!.Hash(FileKind, file.Unique);
                if (known!.TryGetValue(name, out var entry))
                {
                    found.Add((file, entry));
                }
                else if (Read(file, name) is { } read)
                {
                    found.Add((file, known[name] = read));
                    added.Add(read);
                }
            }

            Keep(found, added);
            return new(found, address => secrets!.Hash(AddressKind, address.ToLowerInvariant()));
        }
    }

    private HeaderCache Cache => new(
        Path.Combine(workDirectory, "messages.index"), $"1 {string.Join(',', settings.OwnAddresses.Order(StringComparer.Ordinal).Select(own => $"{secrets!.Hash(AddressKind, own):x}"))}");

    private void Open()
    {
        if (known is null)
        {
            Directory.CreateDirectory(workDirectory);
            secrets = IndexSecrets.Open(Path.Combine(workDirectory, "index.key"));
            known = Cache.Read();
            kept = known.Count;
            if (kept == 0)
            {
                Cache.Write([]);
            }
        }
    }

    /// <summary>What is gone is forgotten once it is more than what is there, so that the index does not only grow.</summary>
    private void Keep(List<(MaildirFile File, IndexedMessage Entry)> found, List<IndexedMessage> added)
    {
        if (kept + added.Count > (2 * found.Count) + 100)
        {
            known = found.Select(one => one.Entry).DistinctBy(entry => entry.File).ToDictionary(entry => entry.File);
            Cache.Write(known.Values);
            kept = known.Count;
        }
        else if (added.Count > 0)
        {
            Cache.Add(added);
            kept += added.Count;
        }
    }

    /// <summary>Null when the file was moved meanwhile: the next look finds it under its new name.</summary>
    private IndexedMessage? Read(MaildirFile file, UInt128 name)
    {
        try
        {
            using var stream = File.OpenRead(maildir.PathOf(file));
            var bytes = new byte[Math.Min(LongestHeader, stream.Length)];
            var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            HeadersRead++;
            var message = new MailMessage(MailHeaders.Read(bytes.AsSpan(0, length), out _), settings.OwnAddresses);
            var at = message.ReceivedAt ?? file.DeliveredAt ?? new(File.GetLastWriteTimeUtc(maildir.PathOf(file)));
            return new(
                name,
                message.Key,
                at.ToUnixTimeSeconds(),
                message.Answerable,
                [.. message.From.Concat(message.ReplyTo).Select(mailbox => secrets!.Hash(AddressKind, mailbox.Address.ToLowerInvariant())).Distinct()]);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}
