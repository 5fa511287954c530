using System.Text.RegularExpressions;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registers.Notices.Lint.Rules;

/// <summary>A register of the controller's that is named in passing and described nowhere.</summary>
internal sealed partial class UndescribedRegisterRule : INoticeRule
{
    private static readonly Wording others = new(
        @"^(kauppa|yhteystieto|osoite|puhelin|väestö|väestötieto|luottotieto|luotto|kiinteistö|lainhuuto|ajoneuvo|liikenne|yhdistys|yritys|säätiö|maatila|holhous|potilas|henkilö|ydin|viranomais|päästö|" +
        @"client|customer|trade|business|company|companies|population|credit|land|property|vehicle|commercial|public|private|official|this|our|same|data|a|an|any|each|one|the|that|such|per|every|whole|entire)$");

    public IEnumerable<NoticeFinding> Check(NoticeDocument notice, DateOnly today)
    {
        var named = notice.SectionsOn(NoticeHeading.RegisterName).Where(section => section.IsRecognised).ToList();
        var name = named.Count > 0
            ? string.Join(' ', named.Select(section => section.Sentences.FirstOrDefault()?.Text))
            : string.Join(' ', notice.Sections.Take(1).Select(section => section.Heading));
        var known = name.ToUpperInvariant();
        return from sentence in notice.Sentences
               from match in Mentions(sentence.Text)
               where !others.IsIn(match.Prefix) && !known.Contains(match.Prefix.ToUpperInvariant(), StringComparison.Ordinal)
               select new NoticeFinding(
                   sentence.LineAt(match.Index),
                   "register-not-described",
                   FindingSeverity.Warning,
                   "A register is named here that this notice does not describe",
                   "Each register has its own purposes, contents and periods to tell (GDPR Art. 13, 30(1))",
                   "Describe it here or in a notice of its own, or take the mention out");
    }

    private static IEnumerable<(string Prefix, int Index)> Mentions(string text) =>
        Finnish().Matches(text).Concat(English().Matches(text))
            .Select(match => (match.Groups["prefix"].Value.TrimEnd('-').ToLowerInvariant(), match.Index))
            .Where(mention => mention.Item1.Length > 0);

    [GeneratedRegex(@"\b(?<prefix>\p{L}[\p{L}-]{1,60}?)rekister(i\b|i(in|n|ä|ssä|stä|llä|t|en)\b|e(iden|itä|issä|istä|ihin|jä)\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Finnish();

    [GeneratedRegex(@"\b(the|our|its|their) (?<prefix>[a-z][a-z-]{1,40}) registers?\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex English();
}
