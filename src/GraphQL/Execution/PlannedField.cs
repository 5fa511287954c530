using System.Text;
using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>One response field of a compiled operation, merged of all the places that select it.</summary>
internal sealed class PlannedField(int index, string responseName, FieldDefinition field, FieldNode node)
{
    private readonly List<ulong> masks = [];
    private readonly Dictionary<ObjectType, PlannedSelectionSet> sets = [];
    private KeyValuePair<ObjectType, PlannedSelectionSet> only;

    /// <summary>The position among all fields of the operation.</summary>
    public int Index { get; } = index;

    public string ResponseName { get; } = responseName;

    /// <summary>Comma, name and colon, as they stand in JSON; names need no escaping.</summary>
    public byte[] JsonName { get; } = Encoding.UTF8.GetBytes($",\"{responseName}\":");

    public FieldDefinition Field { get; } = field;

    /// <summary>The first place that selects it; its arguments equal those of all others.</summary>
    public FieldNode Node { get; } = node;

    public Location Location => Node.Location;

    /// <summary>The selections below, for each object type the value may have.</summary>
    public IReadOnlyDictionary<ObjectType, PlannedSelectionSet> Sets => sets;

    /// <summary>The arguments where no variable takes part in them.</summary>
    public IReadOnlyDictionary<string, object?>? ConstantArguments { get; set; }

    /// <summary>Whether it is included whatever the variables are.</summary>
    public bool IsAlways { get; private set; }

    /// <summary>Whether it comes in a later part than the fields around it.</summary>
    public bool IsDeferred { get; set; }

    public void AddMask(ulong mask)
    {
        masks.Add(mask);
        IsAlways |= mask == 0;
    }

    public void AddSet(ObjectType type, PlannedSelectionSet set)
    {
        sets.Add(type, set);
        only = new(type, set);
    }

    public PlannedSelectionSet SetOf(ObjectType type) => ReferenceEquals(only.Key, type) ? only.Value : sets[type];

    /// <summary>Whether any place that selects the field is included under these conditions.</summary>
    public bool IsIncluded(ulong fulfilled)
    {
        foreach (var mask in masks)
        {
            if ((mask & fulfilled) == mask)
            {
                return true;
            }
        }

        return false;
    }
}
