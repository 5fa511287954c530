using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Registrants.Identities;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>Has erasures go on that waited for a recipient to confirm what was handed over first.</summary>
public sealed class ReceiptArrivals
{
    private readonly LiftedWaits lifted;
    private readonly RequestWaking waking;
    private readonly IdentityGraph graph;

    internal ReceiptArrivals(LiftedWaits lifted, RequestWaking waking, IdentityGraph graph) => (this.lifted, this.waking, this.graph) = (lifted, waking, graph);

    /// <summary>To be called in the unit that keeps the receipt, so that there is never one without the other.</summary>
    /// <returns>The requests that go on and their sources, for <see cref="AfterAsync"/>.</returns>
    internal async Task<IReadOnlyList<(Guid Request, IReadOnlyList<(string Register, string Source)> Wake)>> ContinueAsync(
        HubDbContext db, string register, Guid registrant, CancellationToken cancellationToken)
    {
        // Of two registrants that turned out to be one person the receipt of either counts.
        var known = await graph.FindAsync(register, registrant, cancellationToken);
        Guid[] ids = [registrant, .. known?.Ids ?? []];
        var waiting = await LiftedWaits.RequestsIn(db, WaitingCause.Recipient)
            .Where(request => request.Register == register && ids.Contains(request.RegistrantId))
            .Select(request => new { request.Key, request.Id }).ToListAsync(cancellationToken);
        var going = new List<(Guid, IReadOnlyList<(string, string)>)>();
        foreach (var request in waiting)
        {
            var wake = await lifted.ContinueAsync(db, request.Key, WaitingCause.Recipient, new("receiptArrived", "continued"), cancellationToken);
            going.Add((request.Id, wake));
        }

        return going;
    }

    /// <summary>To be called after the commit.</summary>
    internal async Task AfterAsync(IEnumerable<(Guid Request, IReadOnlyList<(string Register, string Source)> Wake)> going)
    {
        foreach (var (request, wake) in going)
        {
            await waking.AfterAsync(request, wake);
        }
    }
}
