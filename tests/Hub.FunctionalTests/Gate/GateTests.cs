namespace PersonalDataHub.Hub.FunctionalTests.Gate;

/// <summary>The tests of the gate share a hub and take turns at it, so that what each leaves in the audit trail can be told.</summary>
[CollectionDefinition(Name)]
public sealed class GateTests : ICollectionFixture<GateHub>
{
    public const string Name = "gate";
}
