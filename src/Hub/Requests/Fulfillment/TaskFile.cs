using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>A task with its request and items, tracked by a unit of the write gate.</summary>
internal sealed record TaskFile(HubDbContext Db, RequestRow Request, TaskRow Task, IReadOnlyList<TaskItemRow> Items);
