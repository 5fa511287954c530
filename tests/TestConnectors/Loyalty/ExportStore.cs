using System.Security.Cryptography;
using System.Text;
using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.TestConnectors.Loyalty;

/// <summary>Opens the export and keeps its index up to date.</summary>
[SourceService]
internal sealed class ExportStore(LoyaltySettings settings, SourceSettings source) : IDisposable
{
    private readonly Lock gate = new();
    private readonly CancellationTokenSource stopping = new();
    private (string Path, Task Done)? building;

    /// <exception cref="SourceException">There is no export, or it is not one.</exception>
    public async Task<Export> OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            await BuildingOf(IndexPath()).WaitAsync(cancellationToken);
            return Open();
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            throw new SourceException(FailureKind.Configuration, "The export is not at settings/file, or the hub may not read it.", exception);
        }
        catch (IOException exception)
        {
            throw new SourceException(FailureKind.Transient, "The export could not be read just now.", exception);
        }
    }

    public void Dispose()
    {
        stopping.Cancel();
        stopping.Dispose();
    }

    private Export Open()
    {
        var file = OpenFile();
        try
        {
            var header = new ExportHeader(new LineReader(file).Read(), settings);
            return new Export(file, header, new ExportIndex(IndexPath(file)), settings.CustomerNumberIssuer);
        }
        catch (FileNotFoundException)
        {
            // The export or the work folder changed since the index was made.
            file.Dispose();
            throw new SourceException(FailureKind.Transient, "The export is being replaced.");
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>One build for all who wait for it; whoever gives up waiting does not stop it.</summary>
    private Task BuildingOf(string path)
    {
        lock (gate)
        {
            if (building is not { } current || current.Path != path || (current.Done.IsCompleted && !File.Exists(path)))
            {
                var stop = stopping.Token;
                building = current = (path, File.Exists(path) ? Task.CompletedTask : Task.Run(() => Build(stop), stop));
            }

            return current.Done;
        }
    }

    private void Build(CancellationToken stop)
    {
        using var file = OpenFile();
        var path = IndexPath(file);
        var lines = new LineReader(file);
        var header = new ExportHeader(lines.Read(), settings);
        var found = new List<(long, long)>();
        var unread = 0L;
        while (lines.Read() is { } line)
        {
            stop.ThrowIfCancellationRequested();
            if (header.Parse(line) is { } membership)
            {
                found.AddRange(Export.IdentitiesOf(membership).Select(identity => (ExportIndex.DigestOf(identity.Field, identity.Value), lines.Offset)));
            }
            else
            {
                unread++;
            }
        }

        ExportIndex.Write(path, found, unread);
        foreach (var old in Directory.GetFiles(source.WorkDirectory, "*.index").Where(old => old != path))
        {
            File.Delete(old);
        }
    }

    private FileStream OpenFile() =>
        new(settings.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);

    private string IndexPath()
    {
        using var file = OpenFile();
        return IndexPath(file);
    }

    /// <summary>Another name for another export, and for other settings.</summary>
    private string IndexPath(FileStream file)
    {
        var text = $"{settings.Path}\n{settings.Separator}\n{string.Join('\n', settings.Columns.Values)}\n{file.Length}\n{File.GetLastWriteTimeUtc(file.SafeFileHandle).Ticks}";
        return Path.Combine(source.WorkDirectory, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))) + ".index");
    }
}
