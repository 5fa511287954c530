namespace PersonalDataHub.Hub.Registers;

/// <summary>A category of personal data in a register's notice (GDPR Art. 14(1)(d)).</summary>
/// <param name="Id">Its id in kebab case; what record types and fields name.</param>
/// <param name="Name">What people call it.</param>
public sealed record DataCategory(string Id, string Name);
