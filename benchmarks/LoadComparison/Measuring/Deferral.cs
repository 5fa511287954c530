namespace PersonalDataHub.LoadComparison.Measuring;

/// <summary>An answer in parts, in milliseconds at the client.</summary>
/// <param name="MediaType">The form in which the parts came.</param>
/// <param name="FastSource">The fastest source, asked without anybody between.</param>
/// <param name="SlowSource">The slowest.</param>
/// <param name="FirstPart">When the part that waits for fast sources only was there; null when the answer was not in parts.</param>
/// <param name="LastPart">When the rest was there.</param>
internal sealed record Deferral(string MediaType, Spread FastSource, Spread SlowSource, Spread? FirstPart, Spread? LastPart);
