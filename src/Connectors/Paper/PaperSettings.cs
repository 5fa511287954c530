using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.LogIndex.Settings;
using PersonalDataHub.Connectors.Tables;

namespace PersonalDataHub.Connectors.Paper;

/// <summary>The settings of a paper archive.</summary>
internal sealed record PaperSettings
{
    /// <summary><c>index</c>: the file with a line per folder or document. Required.</summary>
    public required string Index { get; init; }

    /// <summary><c>separator</c> and <c>encoding</c> of the index.</summary>
    public required TableFormat Format { get; init; }

    /// <summary><c>columns</c>: the index's names for what it tells.</summary>
    public required PaperColumns Columns { get; init; }

    /// <summary><c>customerNumberIssuer</c>: the source whose customer numbers stand in the index. Required.</summary>
    public required string CustomerNumberIssuer { get; init; }

    /// <summary><c>category</c>: the register's data category that the documents belong to. Required.</summary>
    public required string Category { get; init; }

    /// <summary><c>location</c>: the room or building. Required.</summary>
    public required string Location { get; init; }

    /// <summary><c>custodian/role</c>: who looks after the archive, as a role. Required.</summary>
    public required string Custodian { get; init; }

    /// <summary><c>custodian/contact</c>: how to reach the custodian. Required.</summary>
    public required string CustodianContact { get; init; }

    /// <summary><c>storage/locked</c>: whether the archive is locked. Required, true or false.</summary>
    public required bool Locked { get; init; }

    /// <summary><c>storage/fireSafe</c>: whether it is safe from fire. Default false.</summary>
    public required bool FireSafe { get; init; }

    /// <summary><c>storage/access</c>: who may enter. Required.</summary>
    public required string Access { get; init; }

    /// <summary><c>handledWithin</c>: how long the custodian may take for a task. Default <c>P14D</c>.</summary>
    public required TimeSpan HandledWithin { get; init; }

    /// <summary>Reads the settings and adds what is wrong with them to <paramref name="mistakes"/>.</summary>
    public static PaperSettings Read(SourceSettings source, List<SettingsMistake> mistakes)
    {
        var reader = new SettingsReader(source.Settings, "", mistakes);
        var custodian = reader.Below("custodian");
        var storage = reader.Below("storage");
        var settings = new PaperSettings
        {
            Index = Path.GetFullPath(reader.Text("index"), source.BaseDirectory),
            Format = TableFormat.Read(reader),
            Columns = PaperColumns.Read(reader.Below("columns")),
            CustomerNumberIssuer = reader.Text("customerNumberIssuer"),
            Category = reader.Text("category"),
            Location = reader.Text("location"),
            Custodian = custodian.Text("role"),
            CustodianContact = custodian.Text("contact"),
            Locked = bool.TryParse(storage.Text("locked"), out var locked) && locked,
            FireSafe = storage.Flag("fireSafe", false),
            Access = storage.Text("access"),
            HandledWithin = reader.Duration("handledWithin", TimeSpan.FromDays(14), TimeSpan.Zero, TimeSpan.FromDays(90)),
        };
        _ = storage.Flag("locked", false);
        custodian.Finish();
        storage.Finish();
        reader.Finish();
        return settings;
    }
}
