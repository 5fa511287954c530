namespace PersonalDataHub.Hub.Registrants;

/// <summary>Who speaks in a recorded call.</summary>
internal enum RecordingSpeaker
{
    /// <summary>Who called: the first channel.</summary>
    Caller,

    /// <summary>Who answered for the controller: the second channel.</summary>
    Agent,
}
