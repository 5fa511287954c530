using PersonalDataHub.Hub.Registrants.Restrictions;
using System.Text.Json.Serialization;

namespace PersonalDataHub.Hub.Requests;

/// <summary>What is asked for.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(RectificationContent), "rectification")]
[JsonDerivedType(typeof(RestrictionContent), "restriction")]
[JsonDerivedType(typeof(RestrictionLiftContent), "lift")]
[JsonDerivedType(typeof(ErasureContent), "erasure")]
public abstract record RequestContent
{
    private protected RequestContent()
    {
    }

    /// <summary>The right it exercises.</summary>
    [JsonIgnore]
    public abstract DataSubjectRequestKind Kind { get; }
}

/// <summary>Corrections.</summary>
/// <param name="Corrections">At least one.</param>
public sealed record RectificationContent(IReadOnlyList<Correction> Corrections) : RequestContent
{
    /// <inheritdoc/>
    public override DataSubjectRequestKind Kind => DataSubjectRequestKind.Rectification;
}

/// <summary>A restriction.</summary>
/// <param name="Scope">What is restricted.</param>
/// <param name="Ground">Why.</param>
public sealed record RestrictionContent(Scope Scope, RestrictionGround Ground) : RequestContent
{
    /// <inheritdoc/>
    public override DataSubjectRequestKind Kind => DataSubjectRequestKind.Restriction;
}

/// <summary>The end of a restriction.</summary>
/// <param name="Restriction">The id of the request that restricted.</param>
/// <param name="ToldAt">When the person was told that it will end (GDPR Art. 18(3)).</param>
public sealed record RestrictionLiftContent(Guid Restriction, DateTimeOffset ToldAt) : RequestContent
{
    /// <inheritdoc/>
    public override DataSubjectRequestKind Kind => DataSubjectRequestKind.RestrictionLift;
}

/// <summary>An erasure.</summary>
/// <param name="Scope">What is erased.</param>
/// <param name="Ground">Why.</param>
public sealed record ErasureContent(Scope Scope, ErasureGround Ground) : RequestContent
{
    /// <summary>
    /// True when nobody asked: the controller itself found that the data is no longer necessary. The hub says so of an erasure
    /// whose ground is that and whose channel is internal; a restriction that the person wanted instead is kept from it.
    /// </summary>
    public bool Retention { get; init; }

    /// <summary>Whether it goes or is made anonymous.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ErasureMethod Method { get; init; }

    /// <inheritdoc/>
    public override DataSubjectRequestKind Kind => DataSubjectRequestKind.Erasure;

    /// <summary>The same as it counts when it came through a channel.</summary>
    internal ErasureContent From(Channel channel) =>
        this with { Retention = Ground == ErasureGround.NoLongerNecessary && channel == Channel.Internal };
}
