namespace PersonalDataHub.Hub.Registers.Notices.Vocabulary;

/// <summary>A category of data that notices name.</summary>
/// <param name="Id">In kebab case, as a policy pack names it.</param>
/// <param name="Finnish">What it is called in Finnish.</param>
/// <param name="English">What it is called in English.</param>
/// <param name="Dpv">Its term in the W3C Data Privacy Vocabulary; null where none fits.</param>
/// <param name="Fideslang">Its key in fideslang; null where none fits.</param>
/// <param name="Words">How it is said.</param>
internal sealed record KnownCategory(string Id, string Finnish, string English, string? Dpv, string? Fideslang, Wording Words);
