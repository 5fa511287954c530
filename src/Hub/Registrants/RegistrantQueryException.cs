namespace PersonalDataHub.Hub.Registrants;

/// <summary>A search that cannot be made as asked. The message is for the caller and holds no personal data.</summary>
/// <param name="code">A stable code, such as <c>UNKNOWN_REGISTER</c>.</param>
/// <param name="message">What is wrong and how to mend it.</param>
public sealed class RegistrantQueryException(string code, string message) : Exception(message)
{
    /// <summary>A stable code for programs.</summary>
    public string Code { get; } = code;
}
