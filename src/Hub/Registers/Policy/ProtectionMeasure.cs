namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>A measure that protects the register (GDPR Art. 32, 30(1)(g)).</summary>
/// <param name="Id">Its id in kebab case.</param>
/// <param name="Medium">What it protects: <c>digital</c>, <c>paper</c> or <c>premises</c>.</param>
/// <param name="Name">What it is.</param>
/// <param name="Statements">Ids of the statements behind it.</param>
public sealed record ProtectionMeasure(string Id, string Medium, LocalText Name, IReadOnlyList<string> Statements);
