using PersonalDataHub.Hub.Registers.Notices.Lint.Rules;

namespace PersonalDataHub.Hub.Registers.Notices.Lint;

/// <summary>Checks a notice against all rules.</summary>
internal static class NoticeLint
{
    public static IReadOnlyList<INoticeRule> Rules { get; } =
    [
        new PlaceholderRule(), new DraftingQuestionRule(), new EmptyHeadingRule(), new SentenceCutRule(), new DanglingReferenceRule(),
        new MissingItemRule(), new RepealedActRule(), new OlderThanLawRule(), new AuthorityContactRule(),
        new BasesWithoutPurposesRule(), new LegitimateInterestRule(), new UndeclaredDataRule(), new TrafficDataRule(),
        new RetentionFigureRule(), new SafeguardRule(), new AdvertisingTransferRule(), new DifferingCopiesRule(), new PublicationRule(),
        new DifferingAddressRule(), new DifferingMailboxRule(), new UndescribedRegisterRule(),
        new StricterFormRule(), new OtherRightsRule(), new PortabilityConditionsRule(), new StorageProhibitionRule(),
        new IdentifyingDataRule(), new CookieConsentRule(),
    ];

    /// <summary>The findings in the order of their lines.</summary>
    public static IReadOnlyList<NoticeFinding> Check(NoticeDocument notice, DateOnly today) => Check(notice, today, Rules);

    /// <summary>The findings of some rules.</summary>
    public static IReadOnlyList<NoticeFinding> Check(NoticeDocument notice, DateOnly today, IEnumerable<INoticeRule> rules) =>
    [
        .. rules.SelectMany(rule => rule.Check(notice, today)).Distinct()
            .OrderBy(finding => finding.Line).ThenBy(finding => finding.Kind, StringComparer.Ordinal),
    ];
}
