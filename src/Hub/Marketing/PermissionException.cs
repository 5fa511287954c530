namespace PersonalDataHub.Hub.Marketing;

/// <summary>Something of this room cannot be done as asked; nothing was changed. Holds no personal data.</summary>
/// <param name="mistakes">Every mistake found, at least one.</param>
public sealed class PermissionException(IReadOnlyList<PermissionMistake> mistakes)
    : Exception(string.Join(" ", mistakes.Select(mistake => mistake.Message)))
{
    /// <summary>One mistake.</summary>
    public PermissionException(string code, string message, string? about = null)
        : this([new PermissionMistake(code, message, about, [])])
    {
    }

    /// <summary>Every mistake found.</summary>
    public IReadOnlyList<PermissionMistake> Mistakes { get; } = mistakes;
}
