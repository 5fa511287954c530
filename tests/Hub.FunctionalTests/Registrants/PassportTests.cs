using System.Text.Json;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Registrants;

/// <summary>Passports over real sources and a real notice.</summary>
public sealed class PassportTests(SharedHub shared) : IClassFixture<SharedHub>
{
    private const string Everything = """
        registrant {
          records(first: 50) {
            nodes {
              recordType
              source { id }
              fields {
                name
                value
                passport {
                  storedAt storageDate origin
                  policy {
                    category categoryDeclared packVersion
                    dataCategory { id name { fi en } block special secrecy inNotice }
                    uses { purpose bases { article } }
                    portability { portable reason }
                    correction { way onRequest }
                    statements { id text { fi en } }
                  }
                }
              }
            }
          }
        }
        """;

    [Fact]
    [Requirement("S0-28")]
    public async Task Passport_Should_SayWhatTheNoticeSays_When_EveryValueOfAPersonIsAsked()
    {
        // act
        var search = await shared.Hub.FindAsync(new { customerId = "10001" }, Everything);

        // assert
        var records = search.Items("registrant.records.nodes");
        var passports = records.SelectMany(record => record.Items("fields")).Select(field => field.At("passport")).ToList();
        passports.Count.ShouldBeGreaterThan(30);
        passports.ShouldAllBe(passport => (passport.Text("storageDate") == "STATED") == (passport.At("storedAt").ValueKind == JsonValueKind.String));
        passports.ShouldAllBe(passport => passport.Text("storageDate") != "WITHHELD");
        passports.ShouldContain(passport => passport.Text("storageDate") == "SOURCE_DOES_NOT_SAY");
        passports.ShouldAllBe(passport => passport.At("policy.categoryDeclared").GetBoolean() && passport.Text("policy.dataCategory.id") == passport.Text("policy.category"));
        passports.ShouldAllBe(passport => passport.Items("policy.uses").Count > 0);
        passports.Select(passport => passport.Text("policy.packVersion")).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Passport_Should_BeAsDeepAsTheSchemaGoes_When_ABasisIsNamedInOneLanguage()
    {
        var search = await shared.Hub.FindAsync(
            new { customerId = "10001" },
            "registrant { records(first: 1) { nodes { fields { passport { policy { uses { bases { name { en } } } } } } } } }");

        search.Items("registrant.records.nodes").ShouldNotBeEmpty();
    }

    [Fact]
    [Requirement("S3-15")]
    public async Task Records_Should_BeGroupedAsTheNoticeGroupsThem_When_ABlockIsAskedFor()
    {
        // act
        var search = await shared.Hub.FindAsync(
            new { customerId = "10001" },
            """
            registrant {
              all: records(first: 100) { nodes { id } }
              basic: records(first: 100, block: "basic") { nodes { id recordType } }
              relationship: records(first: 100, block: "relationship") { nodes { id recordType } }
              technical: records(first: 100, block: "technical") { nodes { id recordType } }
            }
            """);

        // assert
        string[] blocks = ["basic", "relationship", "technical"];
        blocks.SelectMany(block => search.Texts($"registrant.{block}.nodes", "id")).ShouldBe(search.Texts("registrant.all.nodes", "id"), ignoreOrder: true);
        search.Texts("registrant.basic.nodes", "recordType").ShouldContain("customer");
        search.Texts("registrant.relationship.nodes", "recordType").ShouldContain("invoice");
        search.Texts("registrant.technical.nodes", "recordType").ShouldContain("visit");
    }
}
