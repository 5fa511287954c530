using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.WebAnalytics;

namespace PersonalDataHub.Connectors.Tests.WebAnalytics;

/// <summary>Asking for visits.</summary>
internal static class Visits
{
    public static SubjectIdentity Customer(string number) => new(IdentityKinds.CustomerNumber, number, "crm");

    public static SubjectIdentity Visitor(string id) => new(IdentityKinds.VisitorId, id, "web-analytics");

    public static Task<ReadPage> VisitsAsync(
        this WebAnalyticsConnector connector, params IReadOnlyList<SubjectIdentity> identities) =>
        connector.ReadAsync(
            new() { Identities = identities, RecordTypes = ["visit"] }, TestContext.Current.CancellationToken);

    public static Task<ReadPage> LinksAsync(
        this WebAnalyticsConnector connector, params IReadOnlyList<SubjectIdentity> identities) =>
        connector.ReadAsync(
            new() { Identities = identities, RecordTypes = ["visitorLink"] }, TestContext.Current.CancellationToken);
}
