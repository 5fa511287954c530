using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registers;

/// <summary>One controller's customer register, as its <c>register.yaml</c> describes it.</summary>
public sealed record Register
{
    /// <summary>The register's id in kebab case; also the name of its configuration folder.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it, in Finnish.</summary>
    public required string Name { get; init; }

    /// <summary>What people call it, in each language.</summary>
    public LocalText Names { get; init; } = LocalText.Empty;

    /// <summary>Other names it goes by.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Who answers for it.</summary>
    public required Controller Controller { get; init; }

    /// <summary>The source whose customer numbers are the register's customer ids.</summary>
    public required string PrimarySource { get; init; }

    /// <summary>How long a query waits for sources unless it says otherwise: 100 ms to 30 s, default 2 s.</summary>
    public TimeSpan DefaultWait { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The categories of data it holds, in the order written.</summary>
    public required IReadOnlyList<DataCategory> Categories { get; init; }

    /// <summary>The purposes that data may be read for, in the order written.</summary>
    public required IReadOnlyList<Purpose> Purposes { get; init; }

    /// <summary>Sources whose value wins in the unified profile, best first; a source left out comes after these.</summary>
    public required IReadOnlyList<string> Precedence { get; init; }

    /// <summary>What its privacy notice says.</summary>
    public PolicyPack Pack { get; init; } = PolicyPack.Empty;

    /// <summary>How it handles data subject requests.</summary>
    public RequestPolicy Requests { get; init; } = RequestPolicy.Default;

    /// <summary>
    /// Whether one natural person is the controller and every contact: then nobody else can be asked, and a rule that takes two
    /// people is kept by one, openly.
    /// </summary>
    public bool IsOnePerson
    {
        get
        {
            string[] names = [Controller.Name, .. Controller.Name.Split(',', StringSplitOptions.TrimEntries), .. Controller.Aliases];
            return Controller.NaturalPerson && Pack.Contacts.Count > 0 && Pack.Contacts.All(contact => names.Contains(contact.Name));
        }
    }

    /// <summary>The purpose of this id, or null.</summary>
    public Purpose? FindPurpose(string id) => Purposes.FirstOrDefault(purpose => purpose.Id == id);

    /// <summary>The category of this id, or null.</summary>
    public DataCategory? FindCategory(string id) => Categories.FirstOrDefault(category => category.Id == id);

    /// <summary>The place of a source in <see cref="Precedence"/>; <see cref="int.MaxValue"/> for one left out.</summary>
    public int RankOf(string source)
    {
        for (var rank = 0; rank < Precedence.Count; rank++)
        {
            if (Precedence[rank] == source)
            {
                return rank;
            }
        }

        return int.MaxValue;
    }
}
