using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Connectors.Tables;

/// <summary>A table in a file that others write: finds one person's rows at the cost of what the person has in it.</summary>
/// <remarks>
/// The index lies in memory and is made anew when the file was changed. A building goes on when the call that began it
/// is cancelled, and later calls wait for the same one.
/// </remarks>
/// <param name="path">The file.</param>
/// <param name="setting">The setting that names it, for messages.</param>
/// <param name="format">How it is written.</param>
/// <param name="columns">The columns that it must have.</param>
/// <param name="keys">What rows are found by.</param>
internal sealed class TableFile(string path, string setting, TableFormat format, IReadOnlyList<string> columns, IReadOnlyList<TableKey> keys)
{
    private const int Attempts = 3;

    private readonly Lock gate = new();
    private FileStamp? known;
    private Task<TableIndex>? building;

    public string Path => path;

    /// <summary>How many lines were read to build indexes so far.</summary>
    internal long LinesIndexed { get; private set; }

    /// <summary>Runs a query on the file as it is now.</summary>
    /// <exception cref="SourceException">The file is missing, has not the columns, or may not be read.</exception>
    public async Task<T> QueryAsync<T>(Func<TableView, T> query, CancellationToken cancellationToken)
    {
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    var index = await IndexAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
                    return Ask(index, query);
                }
                catch (StaleTableException) when (attempt < Attempts)
                {
                    Forget();
                }
            }
        }
        catch (StaleTableException changed)
        {
            throw new SourceException(FailureKind.Transient, $"'{Name}' keeps changing while it is read; try again.", changed);
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new SourceException(FailureKind.Configuration, $"'{Name}' (setting '{setting}') may not be read by the account that the hub runs as.", denied);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new SourceException(FailureKind.Configuration, $"There is no file '{path}'; mend '{setting}' in the source's settings, or put the file there.", missing);
        }
        catch (IOException broken)
        {
            throw new SourceException(FailureKind.Transient, $"'{Name}' could not be read just now.", broken);
        }
    }

    private string Name => System.IO.Path.GetFileName(path);

    private T Ask<T>(TableIndex index, Func<TableView, T> query)
    {
        using var file = Open();
        return FileStamp.Of(path) == index.Stamp ? query(new(index, format, keys, file)) : throw new StaleTableException();
    }

    private FileStream Open() => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    /// <summary>Has the index made anew, where what rows are found by has changed.</summary>
    public void Forget()
    {
        lock (gate)
        {
            known = null;
        }
    }

    private Task<TableIndex> IndexAsync()
    {
        lock (gate)
        {
            var now = FileStamp.Of(path) ?? throw new FileNotFoundException();
            if (building is null || now != known || building.IsFaulted)
            {
                known = now;
                building = Task.Run(() => Build(now));
            }

            return building;
        }
    }

    private TableIndex Build(FileStamp stamp)
    {
        using var file = Open();
        var table = new TableReader(file, Name, format, columns);
        var index = new TableIndex(stamp, table.Header);
        while (table.Next())
        {
            LinesIndexed++;
            if (table.Row is { } row)
            {
                index.Add(row, keys, table.Offset, table.Length);
            }
            else
            {
                index.AddMalformed();
            }
        }

        return index;
    }
}
