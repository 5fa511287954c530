namespace PersonalDataHub.Hub.Connectors;

/// <summary>As what somebody runs a source.</summary>
public enum OperatorRole
{
    /// <summary>The controller runs it.</summary>
    Own,

    /// <summary>A processor runs it on the controller's behalf, under an agreement (GDPR Art. 28).</summary>
    Processor,

    /// <summary>A partner runs it for purposes of its own and gives the controller data from it.</summary>
    Partner,
}
