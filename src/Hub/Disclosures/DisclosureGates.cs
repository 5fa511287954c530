using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Law;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Disclosures;

/// <summary>Holds a disclosure against what the register's notice says: everything that forbids it, at once.</summary>
/// <remarks>What depends on the person (consent, prohibition, restriction) is asked by <see cref="PersonGates"/>.</remarks>
internal sealed class DisclosureGates(Register register, Recipient recipient, DisclosureOrder order, DateOnly day)
{
    /// <summary>Below so many persons somebody in a segment may be recognised.</summary>
    public const int SmallestSegment = 10;

    private readonly List<DisclosureMistake> mistakes = [];

    private DisclosureGround? Ground => register.Pack.DisclosureGrounds.FirstOrDefault(ground => ground.Id == order.Ground);

    private bool IsOutside => recipient.Kind is RecipientKind.Processor or RecipientKind.Controller;

    /// <summary>In what way data goes.</summary>
    public DisclosureKind Kind => recipient.Kind switch
    {
        RecipientKind.OwnStaff or RecipientKind.OwnRegister => DisclosureKind.OwnUse,
        RecipientKind.Processor => DisclosureKind.Processing,
        RecipientKind.Successor => DisclosureKind.TransferOfBusiness,
        _ when Ground?.Kind == DisclosureGroundKind.TransferOfBusiness => DisclosureKind.TransferOfBusiness,
        _ => DisclosureKind.Disclosure,
    };

    /// <summary>Checks everything.</summary>
    public IReadOnlyList<DisclosureMistake> Check(IReadOnlyList<MergedRecordType> types)
    {
        var (fields, unknown) = AskedField.Of(order.Fields, types);
        CheckOrder(unknown);
        CheckPurpose();
        CheckGround();
        CheckSubset(fields);
        CheckLawOnly(fields);
        CheckGranularity(fields);
        CheckTransfer();
        CheckPapers();
        CheckLaw();
        return mistakes;
    }

    private void CheckOrder(IReadOnlyList<string> unknown)
    {
        var ways = (order.Registrants.Count > 0 ? 1 : 0) + (order.WholeRegister ? 1 : 0) + (order.Segment is not null ? 1 : 0);
        if (ways != 1)
        {
            Add(DisclosureMistakes.NothingNamed, "Name whose data it is: 'registrants', 'segment' or 'wholeRegister', one of them.", null);
        }

        if (order.Fields.Count == 0)
        {
            Add(DisclosureMistakes.NothingNamed, "Name what goes under 'fields', as 'recordType' or 'recordType.field'.", "fields");
        }

        foreach (var name in unknown)
        {
            Add(DisclosureMistakes.UnknownField, $"No source of the register declares '{name}'; write 'recordType' or 'recordType.field'.", name);
        }
    }

    // What an authority demands by law, or who takes over the business, is no purpose that the notice lists for a recipient.
    private void CheckPurpose()
    {
        if (register.FindPurpose(order.For) is not { } purpose)
        {
            Add(DisclosureMistakes.UnknownPurpose, $"The register has no purpose '{order.For}'.", order.For);
            return;
        }

        if (purpose.Bases.Count == 0)
        {
            Add(
                DisclosureMistakes.PurposeWithoutBasis,
                $"'{purpose.Id}' rests on no legal basis (GDPR Art. 6(1)), so no use for it is justified; name its 'bases' in the register's policy.",
                purpose.Id,
                register.Pack.Sharing.Statements);
        }

        if (recipient.Purposes.Count == 0
            ? recipient.Kind is RecipientKind.Processor
            : !recipient.Purposes.Contains(order.For))
        {
            Add(
                DisclosureMistakes.PurposeMissing,
                recipient.Purposes.Count == 0
                    ? $"The register's policy names no purpose for '{recipient.Id}'; a processor works for named purposes only."
                    : $"'{recipient.Id}' may use data for {string.Join(", ", recipient.Purposes)} only, not for '{order.For}'.",
                order.For);
        }
    }

    private void CheckGround()
    {
        if (order.Ground is { } named && Ground is null)
        {
            Add(
                DisclosureMistakes.NotAGround,
                $"'{named}' is none of the register's grounds; these are: {Listed(register.Pack.DisclosureGrounds.Select(ground => ground.Id))}.",
                named,
                register.Pack.DisclosureGrounds.SelectMany(ground => ground.Statements));
        }
        else if (order.Ground is { } given && recipient.Grounds.Count > 0 && !recipient.Grounds.Contains(given))
        {
            Add(DisclosureMistakes.NotAGround, $"'{recipient.Id}' gets data on {Listed(recipient.Grounds)} only, not on '{given}'.", given);
        }
        else if (order.Ground is null && (recipient.Grounds.Count > 0 || Kind is DisclosureKind.Disclosure or DisclosureKind.TransferOfBusiness))
        {
            Add(
                DisclosureMistakes.GroundMissing,
                "Data goes to others on a ground of the register's notice only; name it under 'ground': "
                    + $"{Listed(recipient.Grounds.Count > 0 ? recipient.Grounds : register.Pack.DisclosureGrounds.Select(ground => ground.Id))}.",
                null,
                register.Pack.DisclosureGrounds.SelectMany(ground => ground.Statements));
        }
    }

    private void CheckSubset(IReadOnlyList<AskedField> fields)
    {
        var isBounded = recipient.Fields.Count > 0 || (recipient.Categories.Count > 0 && !register.Pack.Sharing.Fields);
        if (!isBounded)
        {
            if (recipient.Kind is RecipientKind.Processor or RecipientKind.Controller)
            {
                Add(
                    DisclosureMistakes.NoSubset,
                    $"The register's policy does not say which data '{recipient.Id}' gets; name its 'fields' or 'categories' there.",
                    recipient.Id);
            }

            return;
        }

        foreach (var field in fields.Where(field => !RuleCoverage.Gets(recipient, field.Category, field.RecordType, field.Field.Name)))
        {
            Add(DisclosureMistakes.OutsideSubset, $"'{field.Name}' is not among the data that '{recipient.Id}' gets.", field.Name);
        }
    }

    private void CheckLawOnly(IReadOnlyList<AskedField> fields)
    {
        if (Kind is DisclosureKind.OwnUse or DisclosureKind.Processing || Ground?.Kind == DisclosureGroundKind.Statute)
        {
            return;
        }

        foreach (var field in fields.Where(field => register.Pack.Sharing.LawOnly.Contains(field.Category)))
        {
            Add(
                DisclosureMistakes.ByLawOnly,
                $"'{field.Name}' goes to outsiders only where law provides it; no other ground opens '{field.Category}'.",
                field.Name,
                register.Pack.Sharing.Statements);
        }
    }

    // Where the notice gives a purpose segments only, no other recipient gets persons for it.
    private void CheckGranularity(IReadOnlyList<AskedField> fields)
    {
        var segmentsOnly = recipient.Granularity == Granularity.Segment || (Kind != DisclosureKind.OwnUse && register.Pack.Recipients.Any(
            other => other.Granularity == Granularity.Segment && other.Purposes.Contains(order.For)));
        if (segmentsOnly && order.Segment is null)
        {
            Add(
                DisclosureMistakes.SegmentsOnly,
                $"For '{order.For}' only segments go to '{recipient.Id}', never rows of single persons; name a 'segment'.",
                order.For);
        }

        if (order.Segment is null)
        {
            return;
        }

        if (!(order.Persons >= SmallestSegment))
        {
            Add(DisclosureMistakes.SegmentTooSmall, $"A segment has at least {SmallestSegment} persons; say how many under 'persons'.", order.Segment);
        }

        foreach (var field in fields.Where(field => field.Field.IdentityKind is not null || field.Field.ProfileTerm is not null))
        {
            Add(DisclosureMistakes.SegmentIdentifies, $"'{field.Name}' tells persons apart; it cannot be a part of a segment.", field.Name);
        }
    }

    private void CheckTransfer()
    {
        var country = order.Country ?? recipient.Country;
        if (TransferCheck.Of(
            register.Pack.Transfers,
            country,
            order.Safeguard ?? recipient.Safeguard,
            !string.IsNullOrWhiteSpace(order.Necessity) || recipient.Necessity is not null) is { } mistake)
        {
            Add(DisclosureMistakes.Transfer, mistake, country, register.Pack.Transfers?.Statements ?? []);
        }
    }

    private void CheckPapers()
    {
        if (recipient.Kind == RecipientKind.Processor && recipient.Agreement is null)
        {
            Add(
                DisclosureMistakes.AgreementMissing,
                $"There is no agreement with the processor '{recipient.Id}' (GDPR Art. 28(3)); record it under 'agreement' in the register's policy.",
                recipient.Id);
        }

        if (IsOutside && register.Pack.Sharing.Interface && string.IsNullOrWhiteSpace(recipient.Interface))
        {
            Add(
                DisclosureMistakes.InterfaceMissing,
                $"Data goes to '{recipient.Id}' through a technical interface only; name it under 'interface' in the register's policy.",
                recipient.Id,
                register.Pack.Sharing.Statements);
        }

        if (((IsOutside && register.Pack.Sharing.Task) || Ground?.Kind == DisclosureGroundKind.MatchingTask) && recipient.Task is null)
        {
            Add(
                DisclosureMistakes.TaskMissing,
                $"Say under 'task' in the register's policy what '{recipient.Id}' does with the data: who gets it and what for are recorded together.",
                recipient.Id,
                Ground?.Statements);
        }

        if (recipient.Kind == RecipientKind.Authority || Ground?.Kind is DisclosureGroundKind.Statute or DisclosureGroundKind.Protection)
        {
            Demand(order.Requester, DisclosureMistakes.RequesterMissing, "Say who asked, under 'requester'.");
            Demand(order.LegalGround, DisclosureMistakes.LegalGroundMissing, "Say on what law the demand rests, under 'legalGround'.");
        }

        if (Kind == DisclosureKind.TransferOfBusiness)
        {
            Demand(order.Successor, DisclosureMistakes.SuccessorMissing, "Say which controller takes over, under 'successor'.");
        }
    }

    // The law in force when the data goes decides, not the one in force when the notice or the policy was written.
    private void CheckLaw()
    {
        foreach (var (citation, where) in new[] { (order.LegalGround, "legalGround"), (order.Safeguard ?? recipient.Safeguard, "safeguard") })
        {
            if (citation is not null && LegalActs.Mistake(citation, day) is { } mistake)
            {
                Add(DisclosureMistakes.LawNotInForce, $"'{where}' rests on no law of the day: {mistake}", where, register.Pack.Sharing.Statements);
            }
        }
    }

    private void Demand(string? text, string code, string message)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            Add(code, message, recipient.Id);
        }
    }

    private void Add(string code, string message, string? about, IEnumerable<string>? statements = null) =>
        mistakes.Add(new(code, message, about, [.. (statements ?? recipient.Statements).Distinct()]));

    private static string Listed(IEnumerable<string> ids) => string.Join(", ", ids) is { Length: > 0 } list ? list : "none";
}
