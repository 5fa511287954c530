using PersonalDataHub.RequirementCoverage;

// Prints which promises of the registers' notices tests show to be met; with --write also writes the page about them.
var root = new DirectoryInfo(Environment.CurrentDirectory);
while (root is not null && !File.Exists(Path.Combine(root.FullName, "PersonalDataHub.sln")))
{
    root = root.Parent;
}

if (root is null)
{
    Console.Error.WriteLine("Run this inside the repository: no PersonalDataHub.sln here or above.");
    return 2;
}

var coverage = new Coverage(RequirementList.Read(), ClaimReader.Read(Path.Combine(root.FullName, "tests")));
Console.Write(CoverageTable.Summary(coverage));
foreach (var claim in coverage.Unknown)
{
    Console.Error.WriteLine($"tests/{claim.File}:{claim.Line}: no requirement has the id '{claim.Id}'.");
}

if (args is ["--write"])
{
    File.WriteAllText(Path.Combine(root.FullName, "docs", "requirements.md"), CoverageTable.Page(coverage));
}

return coverage.Unknown.Count == 0 ? 0 : 1;
