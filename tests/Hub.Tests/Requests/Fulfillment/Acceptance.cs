using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Encryption;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Requests;
using PersonalDataHub.Hub.Requests.Fulfillment;
using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Tests.Requests.Fulfillment;

/// <summary>Stores requests as if they had been planned and approved.</summary>
internal static class Acceptance
{
    public static readonly RecordTarget Account = new("account", "10001-1");

    public static readonly RecordTarget SecondAccount = new("account", "10001-2");

    public static PlannedTask Share(string source, params PlannedItem[] items) =>
        new() { Source = source, Identities = [FulfillmentRoom.Person], Items = items, After = [] };

    public static PlannedItem Item(Fate fate, RecordTarget? target = null) => new() { Target = target ?? Account, Fate = fate };

    public static PlannedItem Phone(string expected = "+358400000000", string right = "+358400000099") => new()
    {
        Target = Account with { Field = "phone" },
        Fate = Fate.Correct,
        Previous = new TextValue(expected),
        NewValue = new TextValue(right),
    };

    public static Task<FulfillmentRoom> CorrectPhoneAsync(params (string Option, string Value)[] options) => CorrectPhoneAsync([], options);

    public static async Task<FulfillmentRoom> CorrectPhoneAsync(string[] switches, params (string Option, string Value)[] options)
    {
        var room = await FulfillmentRoom.CreateAsync(options: options);
        room.Switch("crm", switches);
        await room.AcceptAsync(new RectificationContent([]), Share("crm", Phone()));
        return room;
    }

    public static Task AcceptAsync(this FulfillmentRoom room, RequestContent content, params PlannedTask[] tasks) =>
        room.AcceptAsync(content, tasks, "key");

    /// <summary>The same under a key of its own, of a person of its own.</summary>
    public static async Task AcceptAsync(this FulfillmentRoom room, RequestContent content, PlannedTask[] tasks, string clientKey)
    {
        await room.Get<WriteGate>().WriteAsync(
            async (db, ct) =>
            {
                var request = await AddRequestAsync(room, db, content, clientKey, ct);
                using var key = (await room.Get<RequestVault>().OpenAsync(db, request, ct))!;
                foreach (var task in tasks)
                {
                    await AddTaskAsync(db, request, key, task, ct);
                }

                await room.Get<RequestSettlement>().StartAsync(db, request, ct);
            },
            TestContext.Current.CancellationToken);
    }

    /// <summary>Approves what the request asks now.</summary>
    public static Task ApproveAsync(this FulfillmentRoom room) => room.Get<WriteGate>().WriteAsync(
        async (db, ct) => await room.Get<RequestSettlement>().StartAsync(db, await db.Requests.SingleAsync(ct), ct),
        TestContext.Current.CancellationToken);

    private static async Task<RequestRow> AddRequestAsync(FulfillmentRoom room, HubDbContext db, RequestContent content, string clientKey, CancellationToken ct)
    {
        var (keys, now, id) = (room.Get<PersonKeys>(), room.Get<TimeProvider>().GetUtcNow(), Guid.NewGuid());
        using var key = keys.Create(id);
        var request = new RequestRow
        {
            Id = id, Register = "shop", Kind = content.Kind, Status = RequestStatus.AwaitingApproval, RegistrantId = Guid.NewGuid(),
            ClientRequestKey = clientKey, ContentHash = [1], ReceivedAt = now, Channel = Channel.Letter, DueOn = new(2026, 12, 2),
            Content = RequestVault.Seal(key, RequestRow.ContentField, "request", content, RequestJson.Default.RequestContent),
            Plan = JsonSerializer.Serialize(
                new Plan { Hash = "approved", Items = [], NotAsked = [], NotReached = [], Undecided = [] }, RequestJson.Default.Plan),
            PlanHash = "approved", RequestedBy = "officer", RequestedRole = "dpo", Purpose = "service", CreatedAt = now,
        };
        db.Requests.Add(request);
        await db.SaveChangesAsync(ct);
        db.RequestKeys.Add(new() { RequestKey = request.Key, Wrapped = keys.Wrap(key) });
        db.RequestSubjects.Add(new() { RequestKey = request.Key, Register = "shop", Blind = System.Text.Encoding.UTF8.GetBytes(clientKey) });
        await db.SaveChangesAsync(ct);
        return request;
    }

    private static async Task AddTaskAsync(HubDbContext db, RequestRow request, PersonKey key, PlannedTask planned, CancellationToken ct)
    {
        var id = Guid.NewGuid();
        var row = new TaskRow
        {
            Id = id, RequestKey = request.Key, Register = "shop", Source = planned.Source, Kind = request.Kind, State = TaskState.Accepted,
            After = string.Join(' ', planned.After), Unplanned = planned.NotReached,
        };
        row.Identities = RequestVault.Seal(
            key, TaskRow.IdentitiesField, TaskOpener.PlaceOf(row), planned.Identities, RequestJson.Default.IReadOnlyListSubjectIdentity);
        db.Tasks.Add(row);
        await db.SaveChangesAsync(ct);
        db.TaskItems.AddRange(planned.Items.Select((item, ordinal) => SealedItem.Of(key, row, ordinal, item)));
    }
}
