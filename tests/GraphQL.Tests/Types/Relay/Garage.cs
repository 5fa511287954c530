using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.GraphQL.Types.Relay;

namespace PersonalDataHub.GraphQL.Tests.Types.Relay;

[QueryType]
public static class Garage
{
    [NodeResolver]
    public static Car? CarById([ID<Car>] int id) => id is > 0 and < 30 ? new Car(id) : null;

    public static IEnumerable<Car> Cars([ID<Car>] List<int> ids, [ID("Car")] int? besides = null) => ids.Append(besides ?? 1).Select(id => new Car(id));

    [ID<Car>]
    public static int[] CarIds() => [1, 2];

    [ID(nameof(Owner))]
    public static Task<Guid?> OwnerId(bool isKnown) => Task.FromResult(isKnown ? Owner.Key : (Guid?)null);

    public static string Paint(PaintInput input) => $"{input.Car} {input.Colour}";
}

/// <param name="Id">Its number.</param>
public sealed record Car(int Id)
{
    public static string Wheels => "four";
}

public sealed record PaintInput([property: ID<Car>] int Car, string Colour);

[Node]
public sealed record Owner(Guid Id, string Name)
{
    public static Guid Key { get; } = new("00000000-0000-0000-0000-000000000901");

    public static async Task<Owner?> GetAsync(Guid id, CancellationToken cancellationToken)
    {
        await Task.Delay(0, cancellationToken);
        return id == Key ? new Owner(id, "Aino Esimerkki") : null;
    }
}

[MutationType]
public static class GarageChanges
{
    public static int SellCar([ID<Car>] int car) => car;
}

[ObjectType<Ticket>]
public static class TicketFields
{
    [NodeResolver]
    public static Ticket Find(string id) => new(id);

    public static string Text([Parent] Ticket ticket) => ticket.Id + "!";
}

public sealed record Ticket([property: ID<Ticket>] string Id);
