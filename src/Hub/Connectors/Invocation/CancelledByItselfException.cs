namespace PersonalDataHub.Hub.Connectors.Invocation;

/// <summary>A connector's call ended as cancelled although nobody had cancelled it.</summary>
internal sealed class CancelledByItselfException(Exception innerException)
    : Exception("The call was cancelled from within.", innerException);
