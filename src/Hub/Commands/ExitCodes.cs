namespace PersonalDataHub.Hub.Commands;

/// <summary>What the commands end with, so that scripts can tell.</summary>
internal static class ExitCodes
{
    /// <summary>Done, and nothing is missing.</summary>
    public const int Done = 0;

    /// <summary>Failed; the message says why.</summary>
    public const int Failed = 1;

    /// <summary>Nobody was found by what was given.</summary>
    public const int NotFound = 2;

    /// <summary>Done in part: a source did not answer, is not fit, or a person has to decide.</summary>
    public const int Partial = 3;

    /// <summary>Refused: no such register, no permission, malformed input.</summary>
    public const int Refused = 4;
}
