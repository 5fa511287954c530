namespace PersonalDataHub.Architecture.Tests.Scanning;

/// <summary>Code of one type naming a member of another: a call, a delegate made of it, a field read or written.</summary>
internal sealed record MemberUse(string User, string Type, string Member)
{
    public override string ToString() => $"{User} uses {Type}.{Member}";
}
