using System.Text.Json;
using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>One response field of a compiled operation, merged of all the places that select it.</summary>
internal sealed class PlannedField(int index, string responseName, FieldDefinition field, FieldNode node)
{
    private readonly List<ulong> masks = [];

    /// <summary>The position among all fields of the operation.</summary>
    public int Index { get; } = index;

    public string ResponseName { get; } = responseName;

    public JsonEncodedText JsonName { get; } = JsonEncodedText.Encode(responseName, JsonText.Encoder);

    public FieldDefinition Field { get; } = field;

    /// <summary>The first place that selects it; its arguments equal those of all others.</summary>
    public FieldNode Node { get; } = node;

    public Location Location => Node.Location;

    /// <summary>The selections below, for each object type the value may have.</summary>
    public Dictionary<ObjectType, PlannedSelectionSet> Sets { get; } = [];

    /// <summary>The arguments where no variable takes part in them.</summary>
    public IReadOnlyDictionary<string, object?>? ConstantArguments { get; set; }

    public void AddMask(ulong mask) => masks.Add(mask);

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
