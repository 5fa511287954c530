namespace PersonalDataHub.Hub.Registers.Notices.Lint;

/// <summary>Something that is wrong with a notice. Its texts are the rule's own: nothing of the notice is repeated in them.</summary>
/// <param name="Line">Where, from 1.</param>
/// <param name="Kind">What sort, in kebab case, such as <c>placeholder-left</c>.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Why">Why it matters, with the article.</param>
/// <param name="Remedy">What to do.</param>
internal sealed record NoticeFinding(int Line, string Kind, FindingSeverity Severity, string What, string Why, string Remedy);
