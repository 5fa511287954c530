namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>One thing that a register's notice says, in our own words; what decisions, passports and plans point at.</summary>
/// <param name="Id">Its id in kebab case, unique in the register.</param>
/// <param name="Heading">The part of the notice it stands in.</param>
/// <param name="Articles">The articles and sections of law behind it, such as <c>GDPR Art. 13(1)(c)</c>.</param>
/// <param name="Text">What it says.</param>
public sealed record Statement(string Id, NoticeHeading Heading, IReadOnlyList<string> Articles, LocalText Text)
{
    /// <summary>The versions of the notice it stands in, as ids; empty for all.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>Other places of the notice that say the same thing; see <see cref="NoticeCopies"/>.</summary>
    public IReadOnlyList<StatementCopy> Copies { get; init; } = [];

    /// <summary>What holds instead, where the law in force asks otherwise than the notice; null where they agree.</summary>
    public LocalText? Instead { get; init; }

    /// <summary>The articles and sections of law that ask otherwise.</summary>
    public IReadOnlyList<string> InsteadBy { get; init; } = [];
}
