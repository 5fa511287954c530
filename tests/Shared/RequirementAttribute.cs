using Xunit.v3;

namespace PersonalDataHub.Tests.Shared;

/// <summary>Names the requirement of a register's notice that a test shows to be met, such as <c>S0-28</c>.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequirementAttribute(string id) : Attribute, ITraitAttribute
{
    public string Id { get; } = id;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Requirement", Id)];
}
