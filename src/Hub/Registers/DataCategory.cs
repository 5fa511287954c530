using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registers;

/// <summary>A category of personal data in a register's notice (GDPR Art. 14(1)(d)).</summary>
/// <param name="Id">Its id in kebab case; what record types and fields name.</param>
/// <param name="Name">What people call it, in Finnish.</param>
public sealed record DataCategory(string Id, string Name)
{
    /// <summary>What people call it, in each language.</summary>
    public LocalText Names { get; init; } = new(Name, Name);

    /// <summary>Terms of the W3C Data Privacy Vocabulary 2.3, such as <c>pd:Name</c>.</summary>
    public IReadOnlyList<string> Dpv { get; init; } = [];

    /// <summary>Keys of the fideslang taxonomy 3.1, such as <c>user.name</c>.</summary>
    public IReadOnlyList<string> Fideslang { get; init; } = [];

    /// <summary>The id of the block that the view groups it in; null for none.</summary>
    public string? Block { get; init; }

    /// <summary>True for a special category (GDPR Art. 9) or data treated as one.</summary>
    public bool Special { get; init; }

    /// <summary>True when it is about somebody other than the registrant.</summary>
    public bool ThirdParty { get; init; }

    /// <summary>Secrecy that makes it stricter: only a purpose that names it may see it.</summary>
    public Secrecy Secrecy { get; init; }

    /// <summary>Whether the person must give it; null where the notice does not say.</summary>
    public ProvisionRequirement? Provision { get; init; }

    /// <summary>What follows when it is not given; null where the notice does not say.</summary>
    public LocalText? Consequence { get; init; }

    /// <summary>False when the notice itself does not name it: it was filled in from what sources hold.</summary>
    public bool InNotice { get; init; } = true;

    /// <summary>Where the person corrects it alone, such as a page of the web service; null where it cannot be.</summary>
    public LocalText? SelfService { get; init; }

    /// <summary>Ids of the statements behind it.</summary>
    public IReadOnlyList<string> Statements { get; init; } = [];
}
