namespace PersonalDataHub.Architecture.Tests.Scanning;

/// <summary>One type naming another, wherever in its metadata or code.</summary>
/// <param name="User">The full name of the type that uses; of a nested type, that of the outermost one around it.</param>
/// <param name="Used">The full name of the type used, outermost likewise.</param>
internal sealed record TypeUse(string User, string Used)
{
    public override string ToString() => $"{User} uses {Used}";
}
