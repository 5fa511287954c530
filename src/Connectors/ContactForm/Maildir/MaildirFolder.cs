using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.LogIndex.Writing;

namespace PersonalDataHub.Connectors.ContactForm.Maildir;

/// <summary>A Maildir with its folders: the inbox and, beside its boxes, folders whose names begin with a dot.</summary>
internal sealed class MaildirFolder(string path, string restricted)
{
    private static readonly string[] Boxes = ["new", "cur"];

    public string Path => path;

    /// <summary>All messages; a file that is being delivered lies in <c>tmp</c> and is not there yet.</summary>
    /// <exception cref="SourceException">There is no Maildir.</exception>
    public IReadOnlyList<MaildirFile> List()
    {
        if (!Directory.Exists(System.IO.Path.Combine(path, "cur")))
        {
            throw new SourceException(
                FailureKind.Configuration, $"'{path}' is no Maildir: it has no folder 'cur'; mend 'folder' in the source's settings.");
        }

        // New mail is listed first: a message that a reader moves from new to cur meanwhile is seen at least once.
        var folders = Directory.EnumerateDirectories(path, ".*").Select(folder => System.IO.Path.GetFileName(folder)).Prepend(string.Empty);
        return [.. folders.SelectMany(folder => Boxes.SelectMany(box => List(folder, box))).DistinctBy(file => (file.Folder, file.Unique))];
    }

    public string PathOf(MaildirFile file) => System.IO.Path.Combine(path, file.Folder, file.Box, file.Name);

    public bool IsRestricted(MaildirFile file) =>
        file.Folder == Root || file.Folder.StartsWith(Root + ".", StringComparison.Ordinal);

    /// <summary>Where the file goes when it is restricted: the folder remembers where it came from.</summary>
    public MaildirFile Restricted(MaildirFile file) => IsRestricted(file) ? file : file with { Folder = Root + file.Folder };

    /// <summary>Where the file came from when it was restricted.</summary>
    public MaildirFile Released(MaildirFile file) => IsRestricted(file) ? file with { Folder = file.Folder[Root.Length..] } : file;

    /// <summary>Makes the boxes of the file's folder, for the hub's account alone where they are new.</summary>
    public void Prepare(MaildirFile file)
    {
        foreach (var box in Boxes.Append("tmp"))
        {
            DurableFiles.MakePrivate(System.IO.Path.Combine(path, file.Folder, box));
        }
    }

    private string Root => "." + restricted;

    private IEnumerable<MaildirFile> List(string folder, string box)
    {
        var files = System.IO.Path.Combine(path, folder, box);
        return Directory.Exists(files)
            ? Directory.EnumerateFiles(files).Select(file => System.IO.Path.GetFileName(file)).Where(name => name[0] != '.').Select(name => new MaildirFile(folder, box, name))
            : [];
    }
}
