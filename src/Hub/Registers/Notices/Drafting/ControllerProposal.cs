using System.Text.RegularExpressions;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registers.Notices.Drafting;

/// <summary>What a notice says of its controller. It goes into the draft alone, never into a log.</summary>
/// <param name="Name">Its name, with the line; null when it was not found.</param>
/// <param name="BusinessId">Its business id; null likewise.</param>
/// <param name="Address">Its street address; null likewise.</param>
/// <param name="Phone">Its telephone; null likewise.</param>
/// <param name="Email">Its mailbox; null likewise.</param>
internal sealed partial record ControllerProposal(
    (string Text, int Line)? Name, (string Text, int Line)? BusinessId, (string Text, int Line)? Address, (string Text, int Line)? Phone, (string Text, int Line)? Email)
{
    public static ControllerProposal In(NoticeDocument notice)
    {
        var sections = notice.SectionsOn(NoticeHeading.Controller).ToList();
        var blocks = sections.SelectMany(section => section.Blocks).ToList();
        return new(NameIn(blocks), First(blocks, Business()), First(blocks, Street()), First(blocks, Telephone()), First(blocks, Mailbox()));
    }

    private static (string Text, int Line)? NameIn(List<NoticeBlock> blocks)
    {
        if (First(blocks, Company()) is { } company)
        {
            return company;
        }

        return blocks.Count == 0 ? null : (blocks[0].Text.Split([',', '(', ';', '.', '|'], 2)[0].Trim(), blocks[0].FirstLine);
    }

    private static (string Text, int Line)? First(List<NoticeBlock> blocks, Regex form)
    {
        foreach (var block in blocks)
        {
            if (form.Match(block.Text) is { Success: true } match)
            {
                return (match.Value.Trim(), block.LineAt(match.Index));
            }
        }

        return null;
    }

    [GeneratedRegex(@"(\p{Lu}[\p{L}-]{1,30} ){1,5}(Oy|Oyj|Ab|Tmi|Ky|Ay|ry|Ltd|Inc)\b|\b(Toiminimi|Tmi) (\p{Lu}[\p{L}-]{1,30} ?){1,4}", RegexOptions.CultureInvariant)]
    private static partial Regex Company();

    [GeneratedRegex(@"\b\d{7}-\d\b", RegexOptions.CultureInvariant)]
    private static partial Regex Business();

    [GeneratedRegex(@"\p{Lu}\p{L}{1,40} \d{1,4}( \p{L})?( \d{1,3})?,? +\d{5} \p{Lu}\p{L}{1,30}", RegexOptions.CultureInvariant)]
    private static partial Regex Street();

    [GeneratedRegex(@"(\+358|\b0)[\d ]{6,14}\d", RegexOptions.CultureInvariant)]
    private static partial Regex Telephone();

    [GeneratedRegex(@"[\w.+-]{1,60}@[\w-]{1,60}(\.[\w-]{1,30}){1,4}", RegexOptions.CultureInvariant)]
    private static partial Regex Mailbox();
}
