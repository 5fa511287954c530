namespace PersonalDataHub.RequirementCoverage;

/// <summary>A test that says it shows a requirement to be met.</summary>
/// <param name="Id">The requirement's id as written.</param>
/// <param name="File">The file, relative to the tests' folder, with forward slashes.</param>
/// <param name="Line">The line, from 1.</param>
public sealed record Claim(string Id, string File, int Line);
