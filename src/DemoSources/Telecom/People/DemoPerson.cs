using PersonalDataHub.DemoSources.Billing;
using PersonalDataHub.DemoSources.Calls;
using PersonalDataHub.DemoSources.WebLogs;

namespace PersonalDataHub.DemoSources.Telecom.People;

/// <summary>One person with what each of the operator's systems holds of them.</summary>
internal sealed record DemoPerson
{
    /// <summary>The person's place, counted from 1; the customer number is this plus 10,000.</summary>
    public required int Number { get; init; }

    public required string CustomerId { get; init; }

    /// <summary>Null when the CRM does not know the person.</summary>
    public CrmCustomer? Crm { get; init; }

    /// <summary>Null when billing does not know the person.</summary>
    public BillingAccount? Billing { get; init; }

    public IReadOnlyList<DemoCall> Calls { get; init; } = [];

    /// <summary>Null when the person never visits the web site.</summary>
    public DemoVisitor? Visitor { get; init; }
}
