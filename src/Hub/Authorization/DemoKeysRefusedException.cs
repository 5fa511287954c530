namespace PersonalDataHub.Hub.Authorization;

/// <summary>The demo key is on where it must not be; the message says why and what to do.</summary>
public sealed class DemoKeysRefusedException(string message) : InvalidOperationException(message);
