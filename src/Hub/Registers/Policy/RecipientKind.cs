namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>What a recipient of data is (GDPR Art. 4(9)).</summary>
public enum RecipientKind
{
    /// <summary>The controller's own staff.</summary>
    OwnStaff,

    /// <summary>Another register of the same controller: use, no disclosure.</summary>
    OwnRegister,

    /// <summary>A processor, which acts for the controller on contract (Art. 28).</summary>
    Processor,

    /// <summary>Another controller, which uses the data for itself.</summary>
    Controller,

    /// <summary>An authority.</summary>
    Authority,

    /// <summary>The other side of an acquisition or another transfer of business.</summary>
    Successor,
}
