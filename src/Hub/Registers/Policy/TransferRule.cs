namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>A register's rule for transfers outside the EU and the EEA.</summary>
/// <param name="Mode">Whether they may be.</param>
/// <param name="SafeguardRequired">Whether a safeguard has to be named for each.</param>
/// <param name="Statements">Ids of the statements behind it.</param>
public sealed record TransferRule(TransferMode Mode, bool SafeguardRequired, IReadOnlyList<string> Statements);
