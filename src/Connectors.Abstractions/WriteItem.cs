using System.Text.Json.Serialization;

namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>What became of one thing that was asked.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(WriteDone), "done")]
[JsonDerivedType(typeof(WritePending), "pending")]
[JsonDerivedType(typeof(WriteManual), "manual")]
[JsonDerivedType(typeof(WriteConflict), "conflict")]
[JsonDerivedType(typeof(WriteRetained), "retained")]
[JsonDerivedType(typeof(WriteNotHeld), "notHeld")]
[JsonDerivedType(typeof(WriteUnsupported), "unsupported")]
public abstract record WriteItem
{
    private protected WriteItem()
    {
    }
}

/// <summary>It is done, or was so already.</summary>
/// <param name="VerifiableFrom">When reading back can tell; null means at once.</param>
public sealed record WriteDone(DateTimeOffset? VerifiableFrom = null) : WriteItem;

/// <summary>The source took it and will do it later.</summary>
/// <param name="Token">What the source knows the pending work by.</param>
/// <param name="VerifiableFrom">When reading back can tell; null when the source does not say.</param>
public sealed record WritePending(string Token, DateTimeOffset? VerifiableFrom) : WriteItem;

/// <summary>A person has to do it.</summary>
/// <param name="Instruction">What to do and where; no personal data.</param>
public sealed record WriteManual(string Instruction) : WriteItem;

/// <summary>The source holds something other than what was expected; nothing was changed.</summary>
/// <param name="Reason">What differs, without the values.</param>
public sealed record WriteConflict(string Reason) : WriteItem;

/// <summary>The source keeps it, for this reason.</summary>
/// <param name="Ground">The law or the state that keeps it, such as an open invoice.</param>
/// <param name="Until">The last day of keeping; null when an event ends it.</param>
/// <param name="LiftedBy">What would let it be erased sooner; null when only time does.</param>
public sealed record WriteRetained(string Ground, DateOnly? Until, string? LiftedBy) : WriteItem;

/// <summary>The source does not hold it.</summary>
public sealed record WriteNotHeld : WriteItem;

/// <summary>The source cannot do it.</summary>
/// <param name="Reason">Why, for the person who answers the request.</param>
public sealed record WriteUnsupported(string Reason) : WriteItem;
