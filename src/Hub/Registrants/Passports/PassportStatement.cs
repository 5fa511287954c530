using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registrants.Passports;

/// <summary>A statement of the notice that a part of a passport rests on.</summary>
/// <param name="Id">Its id, as the parts name it.</param>
/// <param name="Heading">The part of the notice it stands in.</param>
/// <param name="Articles">The articles and sections of law behind it.</param>
/// <param name="Text">What it says.</param>
public sealed record PassportStatement(string Id, NoticeHeading Heading, IReadOnlyList<string> Articles, LocalText Text)
{
    internal static PassportStatement Of(Statement statement) => new(statement.Id, statement.Heading, statement.Articles, statement.Text);
}
