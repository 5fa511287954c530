using System.Globalization;
using System.Text;

namespace PersonalDataHub.RequirementCoverage;

/// <summary>Writes the coverage for people: a table of registers and tags, and what is not met.</summary>
public static class CoverageTable
{
    /// <summary>Per register and tag, met of how many; then the requirements that are not met.</summary>
    public static string Summary(Coverage coverage)
    {
        var text = new StringBuilder();
        WriteTable(text, coverage);
        var open = coverage.Requirements.Where(requirement => !coverage.IsMet(requirement)).ToList();
        text.Append(CultureInfo.InvariantCulture, $"\nNot met: {open.Count}\n\n");
        foreach (var requirement in open)
        {
            text.Append(CultureInfo.InvariantCulture, $"- {requirement.Id} {requirement.Tag}: {requirement.Summary}\n");
        }

        return text.ToString();
    }

    /// <summary>The page <c>docs/requirements.md</c>.</summary>
    public static string Page(Coverage coverage)
    {
        var text = new StringBuilder("""
            # What the five registers promise

            Five privacy notices of customer registers were read sentence by sentence: an occupational well-being company (S0, `wellbeing`),
            a wellness studio (S1, `studio`), a social services company (S2, `social-care`), a telecom operator (S3, `telecom`) and a trade
            name (S4, `sole-trader`). What they promise is listed here. A promise counts as met when a test names its id and fails without
            the behaviour. Written by `dotnet run --project tests/RequirementCoverage -- --write`.


            """);
        WriteTable(text, coverage);
        foreach (var register in coverage.Requirements.GroupBy(requirement => requirement.Register))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {register.Key}\n\n| Id | Tag | Promise | Shown by |\n|---|---|---|---|\n");
            foreach (var requirement in register)
            {
                var tests = string.Join(", ", coverage.TestsOf(requirement).Select(file => $"`{Path.GetFileNameWithoutExtension(file)}`"));
                text.Append(CultureInfo.InvariantCulture, $"| {requirement.Id} | {requirement.Tag} | {requirement.Summary} | {(tests.Length > 0 ? tests : "not met")} |\n");
            }
        }

        return text.ToString();
    }

    private static void WriteTable(StringBuilder text, Coverage coverage)
    {
        var registers = coverage.Requirements.Select(requirement => requirement.Register).Distinct().ToList();
        text.Append(CultureInfo.InvariantCulture, $"| Tag | {string.Join(" | ", registers)} | Together |\n|---|{string.Concat(Enumerable.Repeat("---|", registers.Count + 1))}\n");
        foreach (var tag in coverage.Requirements.Select(requirement => requirement.Tag).Distinct())
        {
            WriteRow(text, coverage, registers, tag, coverage.Requirements.Where(requirement => requirement.Tag == tag).ToList());
        }

        WriteRow(text, coverage, registers, "Together", coverage.Requirements);
    }

    private static void WriteRow(
        StringBuilder text, Coverage coverage, List<string> registers, string name, IReadOnlyList<Requirement> requirements)
    {
        var cells = registers.Select(register => Cell(coverage, [.. requirements.Where(requirement => requirement.Register == register)]));
        text.Append(CultureInfo.InvariantCulture, $"| {name} | {string.Join(" | ", cells)} | {Cell(coverage, requirements)} |\n");
    }

    private static string Cell(Coverage coverage, IReadOnlyList<Requirement> requirements) =>
        requirements.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{requirements.Count(coverage.IsMet)} of {requirements.Count}");
}
