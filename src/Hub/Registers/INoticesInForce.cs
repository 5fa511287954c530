namespace PersonalDataHub.Hub.Registers;

/// <summary>Knows the notices of all registers as they are now configured.</summary>
public interface INoticesInForce
{
    /// <summary>Under which words a decision in a register is taken at a moment; null for a register that is not configured.</summary>
    NoticeInForce? Of(string register, DateTimeOffset at);
}
