namespace PersonalDataHub.Hub.Registers.Notices.Vocabulary;

/// <summary>A purpose that notices name.</summary>
/// <param name="Id">In kebab case, as a policy pack names it.</param>
/// <param name="Finnish">What it is called in Finnish.</param>
/// <param name="English">What it is called in English.</param>
/// <param name="Words">How it is said.</param>
/// <param name="NeedsInterest">True for what neither a contract nor a law asks for: it rests on consent or legitimate interest.</param>
internal sealed record KnownPurpose(string Id, string Finnish, string English, Wording Words, bool NeedsInterest = false);
