namespace PersonalDataHub.Hub.FunctionalTests.Registrants;

/// <summary>A value that a notice says is held, and where the demo holds it.</summary>
/// <param name="Requirement">The statement of the notice.</param>
/// <param name="Register">The register.</param>
/// <param name="Person">Whose value it is, by customer number.</param>
/// <param name="Value">Record type and field.</param>
/// <param name="Category">The category that the register puts it in.</param>
/// <param name="Origin">How it came to be held; null where that does not matter.</param>
/// <param name="ThirdParty">Whether it is about somebody else.</param>
public sealed record NoticeContent(
    string Requirement, string Register, string Person, string Value, string Category, string? Origin = null, bool ThirdParty = false);
