namespace PersonalDataHub.GraphQL.Execution;

/// <summary>The deferred fragments that surround an object, by the places of the plan they come from.</summary>
internal sealed class Deliveries(Deliveries? outer, DeferUsage[] usages)
{
    private readonly DeliveryGroup[] groups = new DeliveryGroup[usages.Length];

    public IReadOnlyList<DeliveryGroup> New => groups;

    public static Deliveries Begin(Deliveries? outer, DeferUsage[] usages, ResponsePath? path)
    {
        var result = new Deliveries(outer, usages);
        for (var i = 0; i < usages.Length; i++)
        {
            result.groups[i] = new DeliveryGroup(path, usages[i].Label, usages[i].Parent is { } parent ? result.Find(parent) : null);
        }

        return result;
    }

    public DeliveryGroup Find(DeferUsage usage) => Array.IndexOf(usages, usage) is >= 0 and var i ? groups[i] : outer!.Find(usage);
}
