namespace PersonalDataHub.Hub.Registers.Notices.Lint;

/// <summary>How much a finding weighs.</summary>
internal enum FindingSeverity
{
    /// <summary>Worth a look; the notice may be right.</summary>
    Note,

    /// <summary>Should be mended: it is unclear, or misleads.</summary>
    Warning,

    /// <summary>Must be mended: the law asks for something else.</summary>
    Error,
}
