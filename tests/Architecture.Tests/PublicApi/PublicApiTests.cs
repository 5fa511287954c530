using System.Reflection;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.GraphQL.Http;

namespace PersonalDataHub.Architecture.Tests.PublicApi;

/// <summary>What others compile against, connector authors and whoever builds a schema, changes only when somebody means it to.</summary>
public sealed class PublicApiTests
{
    private const string Accept = "HUB_ACCEPT_PUBLIC_API";

    public static TheoryData<string, Assembly> Assemblies => new()
    {
        { "Connectors.Abstractions", typeof(IConnector).Assembly },
        { "GraphQL", typeof(GraphQLServerBuilder).Assembly },
    };

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void PublicApi_Should_BeTheApprovedOne_When_Listed(string name, Assembly assembly)
    {
        var approved = $"tests/Architecture.Tests/PublicApi/{name}.txt";
        var listing = PublicApiListing.Of(assembly);
        if (Environment.GetEnvironmentVariable(Accept) == "1")
        {
            File.WriteAllText(Path.Combine(Repository.Root, approved), listing);
        }

        var difference = Difference(Repository.Read(approved).ReplaceLineEndings("\n"), listing);

        difference.ShouldBeEmpty(
            $"The public surface differs from {approved}. Where that is meant, run the tests with {Accept}=1 and commit the file.");
    }

    [Fact]
    public void Difference_Should_NameTypeAndLine_When_AMemberIsNew()
    {
        Difference("class A\n    int One\nclass B\n", "class A\n    int One\nclass B\n    int Two\n").ShouldBe(["+ class B:     int Two"]);
        Difference("class A\n    int One\n", "class A\n").ShouldBe(["- class A:     int One"]);
    }

    [Fact]
    public void Listing_Should_TellWhatAuthorsRelyOn_When_TheContractIsListed()
    {
        var lines = PublicApiListing.Of(typeof(IConnector).Assembly).Split('\n');

        lines.ShouldContain("interface PersonalDataHub.Connectors.Abstractions.IConnector");
        lines.ShouldContain("    Task<ReadPage> ReadAsync(ReadRequest request, CancellationToken cancellationToken)");
        lines.ShouldContain("    required IReadOnlyList<FieldValue?> Values { get; init; }");
        lines.ShouldContain("    const string Email = \"email\"");
        lines.ShouldContain("    new(string Kind, string Value, string? Issuer, DateOnly? ValidFrom = default, DateOnly? ValidTo = default)");
    }

    /// <summary>The lines that one listing has and the other lacks, each with the type it stands under.</summary>
    private static List<string> Difference(string approved, string listing)
    {
        var before = WithType(approved);
        var now = WithType(listing);
        return [.. before.Except(now).Select(line => "- " + line), .. now.Except(before).Select(line => "+ " + line)];
    }

    private static List<string> WithType(string listing)
    {
        var lines = new List<string>();
        var type = "";
        foreach (var line in listing.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            type = line.StartsWith(' ') ? type : line;
            lines.Add(line == type ? line : $"{type}: {line}");
        }

        return lines;
    }
}
