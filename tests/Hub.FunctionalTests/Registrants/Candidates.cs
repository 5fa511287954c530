using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Registrants;

/// <summary>Decides, as a person would, that what a source found by a shared identity is the person's.</summary>
internal static class Candidates
{
    private const string Confirm = """
        mutation($input: ConfirmIdentityLinkInput!) { confirmIdentityLink(input: $input) { errors { ... on Error { message } } } }
        """;

    /// <summary>Confirms every candidate that a source brought for a customer; how many there were.</summary>
    public static async Task<int> ConfirmAsync(TestHub hub, string register, string customerId, string source)
    {
        var search = await hub.FindAsync(new { customerId }, "candidates { id source { id } } registrant { id }", register: register);
        var found = search.Items("candidates").Where(candidate => candidate.Text("source.id") == source).ToList();
        foreach (var candidate in found)
        {
            var input = new Dictionary<string, object?>
            {
                ["register"] = register, ["registrant"] = search.Text("registrant.id"), ["candidate"] = candidate.Text("id"),
                ["reason"] = "The answer came back from that address.",
            };
            (await hub.DataAsync(Confirm, new { input })).At("confirmIdentityLink.errors").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        }

        return found.Count;
    }
}
