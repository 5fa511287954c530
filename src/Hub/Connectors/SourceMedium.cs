namespace PersonalDataHub.Hub.Connectors;

/// <summary>What a source is kept on.</summary>
public enum SourceMedium
{
    /// <summary>Files, databases and services.</summary>
    Digital,

    /// <summary>Folders on a shelf; what changes there is done by a person.</summary>
    Paper,
}
