namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>A text for people in the languages that notices are written in.</summary>
/// <param name="Fi">In Finnish.</param>
/// <param name="En">In English.</param>
public sealed record LocalText(string Fi, string En)
{
    /// <summary>Nothing, in both languages.</summary>
    public static LocalText Empty { get; } = new(string.Empty, string.Empty);

    /// <summary>The text in a language: <c>fi</c> or <c>en</c>; any other reads English.</summary>
    public string In(string language) => language == "fi" ? Fi : En;
}
