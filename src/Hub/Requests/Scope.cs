using System.Text.Json.Serialization;
using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Hub.Requests;

/// <summary>What of a person's data a request is about.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(All), "all")]
[JsonDerivedType(typeof(Fields), "fields")]
[JsonDerivedType(typeof(Records), "records")]
[JsonDerivedType(typeof(Categories), "categories")]
[JsonDerivedType(typeof(Purposes), "purposes")]
[JsonDerivedType(typeof(Due), "due")]
public abstract record Scope
{
    private Scope()
    {
    }

    /// <summary>Everything.</summary>
    public sealed record All : Scope;

    /// <summary>Single values.</summary>
    /// <param name="Refs">Their references.</param>
    public sealed record Fields(IReadOnlyList<string> Refs) : Scope;

    /// <summary>Single records.</summary>
    /// <param name="Ids">Their ids.</param>
    public sealed record Records(IReadOnlyList<string> Ids) : Scope;

    /// <summary>Every value of data categories.</summary>
    /// <param name="Ids">The categories' ids in the register.</param>
    public sealed record Categories(IReadOnlyList<string> Ids) : Scope;

    /// <summary>What is held for these purposes and for no other.</summary>
    /// <param name="Ids">The purposes' ids in the register.</param>
    public sealed record Purposes(IReadOnlyList<string> Ids) : Scope;

    /// <summary>What no retention rule keeps any more on the day it is looked at. The rest of the file is shown as kept.</summary>
    public sealed record Due : Scope;

    /// <summary>Records and fields that were worked out while planning; never stored.</summary>
    /// <param name="Targets">Those of one source.</param>
    internal sealed record Chosen(IReadOnlyList<RecordTarget> Targets) : Scope;
}
