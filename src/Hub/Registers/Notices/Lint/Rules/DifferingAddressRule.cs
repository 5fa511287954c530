using System.Text.RegularExpressions;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registers.Notices.Lint.Rules;

/// <summary>One street address with two postal codes.</summary>
internal sealed partial class DifferingAddressRule : INoticeRule
{
    public IEnumerable<NoticeFinding> Check(NoticeDocument notice, DateOnly today)
    {
        var addresses = notice.Sections.Where(section => !section.Covers(NoticeHeading.Complaint))
            .SelectMany(section => section.Blocks)
            .SelectMany(block => Address().Matches(block.Text), (block, match) =>
                (Street: match.Groups["street"].Value.ToUpperInvariant(), Code: match.Groups["code"].Value, Line: block.LineAt(match.Groups["code"].Index)))
            .ToList();
        return from address in addresses
               let first = addresses.First(other => other.Street == address.Street)
               where first.Code != address.Code
               select new NoticeFinding(
                   address.Line,
                   "postal-code-differs",
                   FindingSeverity.Error,
                   $"The same street has another postal code on line {first.Line}",
                   "A letter to the wrong one may not arrive, and the month to answer runs all the same (GDPR Art. 12(2)-(3), 13(1)(a))",
                   "Find out which is right and use it in both places");
    }

    // Bounded everywhere: the time follows the length of the text.
    [GeneratedRegex(@"(?<street>\b\p{Lu}\p{L}{1,40} \d{1,4})\b[^\d\n]{0,24}\b(?<code>\d{5})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
