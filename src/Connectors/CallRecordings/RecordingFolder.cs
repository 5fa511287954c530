using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Connectors.CallRecordings;

/// <summary>The folder that recordings lie in. Nothing outside it is ever opened.</summary>
/// <param name="folder">The folder.</param>
/// <param name="restricted">The name of the folder below it for recordings kept restricted; they keep their path in there.</param>
internal sealed class RecordingFolder(string folder, string restricted)
{
    public const string ContentType = "audio/wav";

    private const string Extension = ".wav";
    private const int MostLinks = 40;
    private const int LongestPart = 1024 * 1024;

    /// <summary>Looks at a call's recording without handing out its sound.</summary>
    public RecordingState Inspect(string path)
    {
        if (path.Length == 0)
        {
            return RecordingState.None;
        }

        if (Resolve(path) is not { } file)
        {
            return RecordingState.Outside;
        }

        try
        {
            using var stream = OpenEither(file, path);
            var media = new MediaValue(path, ContentType, stream.Length);
            return WavFormat.Read(stream) is { } format
                ? new(media, format, null)
                : RecordingState.Malformed(media);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return RecordingState.Missing;
        }
    }

    /// <summary>Reads a part of a recording.</summary>
    public async Task<MediaPart> ReadAsync(MediaRequest request, CancellationToken cancellationToken)
    {
        if (request.Offset < 0 || request.Length is < 1 or > LongestPart)
        {
            throw new SourceException(FailureKind.System, "A part of a recording begins at 0 or later and has 1 to 1,048,576 bytes.");
        }

        var file = Resolve(request.Key)
            ?? throw new SourceException(FailureKind.System, "The key is not that of a recording in this folder.");
        try
        {
            await using var stream = OpenEither(file, request.Key);
            stream.Position = Math.Min(request.Offset, stream.Length);
            var bytes = new byte[(int)Math.Min(request.Length, stream.Length - stream.Position)];
            var read = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
            return new(bytes.AsMemory(0, read), stream.Length, ContentType);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new SourceException(
                FailureKind.Configuration, "The recording is no longer in the folder; find out who moved it.", missing);
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new SourceException(
                FailureKind.Configuration, "The recording may not be read by the account that the hub runs as.", denied);
        }
        catch (IOException broken)
        {
            throw new SourceException(FailureKind.Transient, "The recording could not be read just now.", broken);
        }
    }

    /// <summary>Where a recording lies while its call is restricted.</summary>
    public string RestrictedPlaceOf(string path) => Path.Combine(folder, restricted, path);

    /// <summary>The file that a path below the folder leads to, links followed; null when it leads anywhere else.</summary>
    public string? Resolve(string path)
    {
        if (Path.IsPathRooted(path)
            || path.AsSpan().IndexOfAny('\0', '\\') >= 0
            || path.Split('/').Any(part => part is "" or "." or "..")
            || !path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var root = Follow(folder);
        var target = Follow(Path.Combine(folder, path));
        return root is not null
            && target is not null
            && target.StartsWith(root.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            && target.EndsWith(Extension, StringComparison.OrdinalIgnoreCase)
            ? target
            : null;
    }

    /// <summary>The path with every link on the way replaced by what it leads to; null when links go round in circles.</summary>
    private static string? Follow(string path)
    {
        var links = 0;
        var rest = new Stack<string>(Parts(path).Reverse());
        var reached = Path.GetPathRoot(path)!;
        while (rest.TryPop(out var part))
        {
            var next = Path.GetFullPath(Path.Combine(reached, part));
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                reached = next;
                continue;
            }

            if (++links > MostLinks)
            {
                return null;
            }

            // The target's own parts may be links again; ".." in it counts from where the link really stands.
            if (Path.IsPathRooted(target))
            {
                reached = Path.GetPathRoot(target)!;
            }

            foreach (var inner in Parts(target).Reverse())
            {
                rest.Push(inner);
            }
        }

        return reached;
    }

    private static IEnumerable<string> Parts(string path) =>
        path[Path.GetPathRoot(path)!.Length..].Split('/', Path.DirectorySeparatorChar).Where(part => part.Length > 0);

    /// <summary>The link that stands at a path below the folder; null when there is none.</summary>
    public string? LinkTo(string path) => new FileInfo(Path.Combine(folder, path)) is { LinkTarget: not null } link ? link.FullName : null;

    /// <summary>Opens a recording, wherever a restriction has moved it.</summary>
    private FileStream OpenEither(string file, string path)
    {
        try
        {
            return Open(file);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException
            && Resolve($"{restricted}/{path}") is not null)
        {
            return Open(Resolve($"{restricted}/{path}")!);
        }
    }

    private static FileStream Open(string file) =>
        new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
}
