using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Gate;

/// <summary>The notice as anybody with a key may ask for it: no purpose is needed, for nobody is looked at.</summary>
[Collection(GateTests.Name)]
public sealed class PolicyQueryTests(GateHub shared)
{
    private readonly TestHub hub = shared.Hub;

    [Fact]
    public async Task Policy_Should_TellTheWholeNotice_When_ARegisterIsAsked()
    {
        // act
        var answer = await hub.AskAsync(
            """
            {
              register(id: "telecom") {
                names { fi en } aliases
                policy {
                  controller { name businessId aliases address phone email naturalPerson }
                  contacts { role name email }
                  before: notice(on: "2018-05-24") { id }
                  then: notice(on: "2018-05-25") { id from title { in(language: "en") } regimesOn(day: "2018-06-01") { id } }
                  statement(id: "portability-of-supplied-data") { heading articles text { en } instead { en } insteadBy }
                  statements { id }
                  blocks { id name { fi } }
                  categories { id block dpv fideslang secrecy provision consequence { en } statements }
                  purposes { id partOf nature default bases categories allows(category: "traffic") statements }
                  bases { id kind article interest { en } }
                  origins { id kind sources fields }
                  disclosureGrounds { kind }
                  recipients { id kind country granularity agreement { reference signedOn } fields grounds }
                  transfers { mode safeguardRequired }
                  identityCode { ground article }
                  relationship { threshold explanation { en } }
                  retention { id trigger period strength law validFrom validTo }
                  blockers { id kind fact article liftedBy { en } }
                  formalities { right channels signed addressee within }
                  assignee(right: ERASURE) { role email }
                  escalation { role }
                  profiling { declared purposes comparison }
                  marketing { channels { id regime } purposes serviceMessages publication }
                  staff { training } protection { medium } web { join } sharing { agreement } provisions { id } differingCopies { statement { id } }
                }
              }
            }
            """,
            key: shared.IntegratorKey);

        // assert
        var policy = answer.Data.At("register.policy");
        answer.Data.Items("register.aliases").ShouldNotBeEmpty();
        policy.Text("controller.businessId").ShouldBe("9900005-0");
        policy.Text("then.id").ShouldBe("2018-05-25");
        policy.Text("then.title.in").ShouldBe("Privacy notice of the customer register");
        policy.Text("before").ShouldBeNull();
        policy.Text("statement.heading").ShouldBe("PORTABILITY");
        policy.Text("statement.instead.en").ShouldNotBeNull().ShouldContain("consent or contract");
        policy.Texts("blocks", "id").ShouldBe(["basic", "relationship", "technical"]);
        policy.Items("purposes").Where(purpose => purpose.At("allows").GetBoolean()).Select(purpose => purpose.Text("id")).ShouldBe(["data-subject-rights", "fault-investigation"]);
        policy.Text("transfers.mode").ShouldBe("NEVER");
        policy.Text("relationship.threshold").ShouldBe("P1Y");
        policy.Items("retention").Single(rule => rule.Text("id") == "traffic-for-billing-before-2015").Text("validTo").ShouldBe("2014-12-31");
        policy.Text("assignee.email").ShouldBe("tietosuoja@tele.example.org");
        policy.Items("recipients").Single(recipient => recipient.Text("id") == "advertising-network").Text("granularity").ShouldBe("SEGMENT");
    }

    [Fact]
    public async Task Explain_Should_NameSentencesAndArticles_When_SomethingIsAllowedOrNot()
    {
        // act
        var answer = await hub.AskAsync(
            """
            {
              yes: explain(register: "telecom", category: "traffic", purpose: "fault-investigation") { ...all }
              no: explain(register: "telecom", category: "traffic", purpose: "customer-service") { ...all }
            }
            fragment all on PolicyExplanation {
              allowed reason articles otherPurposes
              statements { id text { en } } bases { id article } retention { id } blockers { id } purpose { id } category { id secrecy }
            }
            """);

        // assert
        var (yes, no) = (answer.Data.At("yes"), answer.Data.At("no"));
        yes.At("allowed").GetBoolean().ShouldBeTrue();
        yes.Texts("statements", "id").ShouldBe(["investigating-faults", "call-traffic", "contract-or-consent"]);
        yes.Texts("bases", "article").ShouldBe(["GDPR Art. 6(1)(b)"]);
        yes.Text("category.secrecy").ShouldBe("COMMUNICATIONS");
        no.At("allowed").GetBoolean().ShouldBeFalse();
        no.Text("reason").ShouldBe("The purpose 'customer-service' does not name the category 'traffic'.");
        no.Items("otherPurposes").Select(purpose => purpose.GetString()).ShouldBe(["data-subject-rights", "fault-investigation"]);
    }
}
