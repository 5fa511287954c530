namespace PersonalDataHub.Hub.Connectors.Invocation;

/// <summary>An answer that the contract does not allow. The message names record type and field, never a value.</summary>
internal sealed class MalformedAnswerException(string message) : Exception($"The connector's answer breaks its contract: {message}");
