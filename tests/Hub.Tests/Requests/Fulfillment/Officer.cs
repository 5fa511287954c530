using PersonalDataHub.Hub.Authorization;

namespace PersonalDataHub.Hub.Tests.Requests.Fulfillment;

/// <summary>Who decides, and how time passes.</summary>
internal static class Officer
{
    public static Caller Caller { get; } = new() { Name = "officer", Role = Roles.DataProtectionOfficer, Registers = ["shop"] };

    /// <summary>Runs a source whenever something of it is due, for a time of the room's clock.</summary>
    public static async Task RunForAsync(this FulfillmentRoom room, TimeSpan time, string source = "crm")
    {
        for (var end = room.Clock.GetUtcNow() + time; room.Clock.GetUtcNow() < end; room.Clock.Advance(TimeSpan.FromSeconds(5)))
        {
            await room.RunAsync(source);
        }
    }
}
