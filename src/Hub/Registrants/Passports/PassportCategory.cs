using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registrants.Passports;

/// <summary>The data category of a value, as the register declares it.</summary>
public sealed record PassportCategory
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    public required LocalText Name { get; init; }

    /// <summary>The id of the block that the view groups it in; null for none.</summary>
    public string? Block { get; init; }

    /// <summary>What people call that block.</summary>
    public LocalText? BlockName { get; init; }

    /// <summary>Terms of the W3C Data Privacy Vocabulary 2.3.</summary>
    public IReadOnlyList<string> Dpv { get; init; } = [];

    /// <summary>Keys of the fideslang taxonomy 3.1.</summary>
    public IReadOnlyList<string> Fideslang { get; init; } = [];

    /// <summary>True for a special category (GDPR Art. 9) or data treated as one.</summary>
    public bool Special { get; init; }

    /// <summary>Secrecy that makes it stricter.</summary>
    public Secrecy Secrecy { get; init; }

    /// <summary>False when the notice itself does not name it: it was filled in from what sources hold.</summary>
    public bool InNotice { get; init; }

    /// <summary>Ids of the statements behind it.</summary>
    public IReadOnlyList<string> Statements { get; init; } = [];

    internal static PassportCategory Of(DataCategory category, PolicyPack pack) => new()
    {
        Id = category.Id,
        Name = category.Names,
        Block = category.Block,
        BlockName = pack.Blocks.FirstOrDefault(block => block.Id == category.Block)?.Name,
        Dpv = category.Dpv,
        Fideslang = category.Fideslang,
        Special = category.Special,
        Secrecy = category.Secrecy,
        InNotice = category.InNotice,
        Statements = category.Statements,
    };
}
