using PersonalDataHub.DemoSources.Telecom;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Requests.Durability;

/// <summary>Paper and a partner's deliveries under a hub: what a person has to do, and how the hub sees that it is done.</summary>
public sealed class FileSourceTests
{
    private const string Customer = AwkwardCases.CrmOnly;
    private const string Header = "document_number,customer_number,place,kind,handled_on";

    [Fact]
    [Requirement("S0-36"), Requirement("S3-41"), Requirement("S4-33")]
    public async Task RequestErasure_Should_WaitForTheCustodianAndItsEvidence_When_ThePersonHasPaper()
    {
        // arrange
        await using var hub = await CrmHub.StartAsync((data, register, _) =>
        {
            File.WriteAllLines(Index(data), [Header, $"A-17,{Customer},Shelf 3,contract,2026-01-02", "A-18,99999,Shelf 3,contract,2026-01-02"]);
            File.WriteAllText(Path.Combine(register, "paper.yaml"), """
                connector: paper
                name: Paper archive
                medium: paper
                settings:
                  index: telecom/paper.csv
                  customerNumberIssuer: crm
                  category: contact
                  location: Archive room B1
                  custodian: { role: Archive secretary, contact: archive@example.org }
                  storage: { locked: true, fireSafe: true, access: Separately authorised persons }
                """);
        });
        var request = await hub.Desk.RequestErasureAsync(Customer);
        await hub.Desk.ApproveAsync(request);
        var asked = await hub.Desk.UntilStatusAsync(request, "NEEDS_PERSON");

        // act
        var task = asked.TaskAt("paper");
        var refusal = await hub.Desk.RefusalAsync("completeTask", new { task = task.Text("id"), evidence = "The custodian says so." });
        await File.WriteAllLinesAsync(Index(hub.Hub.DataDirectory), [Header, "A-18,99999,Shelf 3,contract,2026-01-02"], TestContext.Current.CancellationToken);
        await hub.Desk.CompleteAsync(task, "Certificate of destruction 12/2026.");
        var done = await hub.Desk.UntilStatusAsync(request, "DONE");

        // assert
        task.Text("waitingCause").ShouldBe("PERSON");
        task.Text("instruction")!.ShouldContain("Archive secretary (archive@example.org), for document A-17 at Archive room B1, Shelf 3.");
        task.Text("instruction")!.ShouldContain("Attach the certificate of destruction.");
        task.Text("instruction")!.ShouldNotContain(Customer);
        refusal!.ShouldContain("still shows");
        done.OutcomesAt("paper").ShouldBe(["VERIFIED"]);
    }

    [Fact]
    [Requirement("S0-33")]
    public async Task RequestErasure_Should_RemoveTheRowsAndAskThePartner_When_APartnerDelivers()
    {
        // arrange
        await using var hub = await CrmHub.StartAsync((data, register, _) =>
        {
            Directory.CreateDirectory(Path.Combine(data, "telecom", "partner"));
            File.WriteAllLines(Delivery(data), ["id,customer_number,insured", $"1,{Customer},yes", "2,99999,no"]);
            File.WriteAllText(Path.Combine(register, "insurance.yaml"), """
                connector: partner-feed
                name: Insurance data
                operator: { role: partner, recipient: insurance-company }
                settings:
                  folder: telecom/partner
                  files: insured-*.csv
                  partner: { name: The insurance company, contact: data@example.org }
                  category: contact
                  recordType: { name: insuranceNote, plural: insuranceNotes, description: What an insurance company told. }
                  key: id
                  identities: [{ kind: customerNumber, issuer: crm, column: customer_number }]
                  fields:
                    customerNumber: { column: customer_number, description: Customer number. }
                    insured: { column: insured, kind: boolean, description: Whether an insurance is in force. }
                """);
        });
        var request = await hub.Desk.RequestErasureAsync(Customer);
        await hub.Desk.ApproveAsync(request);
        var asked = await hub.Desk.UntilStatusAsync(request, "NEEDS_PERSON");

        // act
        var task = asked.TaskAt("insurance");
        var left = await File.ReadAllLinesAsync(Delivery(hub.Hub.DataDirectory), TestContext.Current.CancellationToken);
        await hub.Desk.CompleteAsync(task, "Letter of the insurance company, filed as 13/2026.");
        var done = await hub.Desk.UntilStatusAsync(request, "DONE");

        // assert
        task.Text("instruction")!.ShouldContain("Ask The insurance company (data@example.org) to leave this person out of later deliveries");
        left.ShouldBe(["id,customer_number,insured", "2,99999,no"]);
        done.OutcomesAt("insurance").ShouldBe(["APPLIED"], "until the next delivery only the evidence shows that the partner did it");
    }

    private static string Index(string dataDirectory) => Path.Combine(dataDirectory, "telecom", "paper.csv");

    private static string Delivery(string dataDirectory) => Path.Combine(dataDirectory, "telecom", "partner", "insured-2026-10-26.csv");
}
