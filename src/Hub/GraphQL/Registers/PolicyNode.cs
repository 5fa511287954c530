using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.GraphQL.Registers;

/// <summary>What a register's privacy notice says, as the hub acts upon it.</summary>
[GraphQLName("RegisterPolicy")]
[Authorize(Policies.Caller)]
public sealed class PolicyNode(Register register)
{
    private readonly PolicyPack pack = register.Pack;

    /// <summary>Changes when the policy's file changes.</summary>
    public string Version => pack.Version;

    /// <summary>Who answers for the register.</summary>
    public Controller Controller => register.Controller;

    /// <summary>Whom to turn to.</summary>
    public IReadOnlyList<Contact> Contacts => pack.Contacts;

    /// <summary>The notice's versions, oldest first.</summary>
    public IReadOnlyList<NoticeVersion> Notices => pack.Notices;

    /// <summary>What the notice says.</summary>
    [ListSize(AssumedSize = 80)]
    public IReadOnlyList<Statement> Statements => pack.Statements;

    /// <summary>Places of the notice that should say the same and do not.</summary>
    public IReadOnlyList<CopyDifference> DifferingCopies => NoticeCopies.Differences(pack);

    /// <summary>Legal bases (GDPR Art. 6(1)).</summary>
    public IReadOnlyList<LegalBasis> Bases => pack.Bases;

    /// <summary>Groups of categories.</summary>
    public IReadOnlyList<CategoryBlock> Blocks => pack.Blocks;

    /// <summary>The categories of data.</summary>
    public IReadOnlyList<DataCategory> Categories => register.Categories;

    /// <summary>The purposes, those that are parts of others included.</summary>
    public IReadOnlyList<Purpose> Purposes => register.Purposes;

    /// <summary>Where data is from.</summary>
    public IReadOnlyList<OriginClass> Origins => pack.Origins;

    /// <summary>On what disclosures may rest.</summary>
    public IReadOnlyList<DisclosureGround> DisclosureGrounds => pack.DisclosureGrounds;

    /// <summary>What whoever gets data must have.</summary>
    public SharingConditions Sharing => pack.Sharing;

    /// <summary>Who gets data.</summary>
    public IReadOnlyList<Recipient> Recipients => pack.Recipients;

    /// <summary>Why personal identity codes may be held; null where they may not.</summary>
    public IdentityCodeRule? IdentityCode => pack.IdentityCode;

    /// <summary>Which data must be given (GDPR Art. 13(2)(e)).</summary>
    public IReadOnlyList<ProvisionRule> Provisions => pack.Provisions;

    /// <summary>Transfers to third countries; null where the notice says nothing, which allows none.</summary>
    public TransferRule? Transfers => pack.Transfers;

    /// <summary>When a relationship counts as ended; null where the notice says nothing.</summary>
    public RelationshipRule? Relationship => pack.Relationship;

    /// <summary>The month and day on which the controller's financial years end, such as <c>12-31</c>.</summary>
    public string FinancialYearEnds => pack.FinancialYear.ToString();

    /// <summary>How long data stays.</summary>
    public IReadOnlyList<RetentionRule> Retention => pack.Retention;

    /// <summary>What keeps data from being erased.</summary>
    public IReadOnlyList<BlockerRule> Blockers => pack.Blockers;

    /// <summary>How rights are used.</summary>
    public IReadOnlyList<Formality> Formalities => pack.Formalities;

    /// <summary>Who may work with the data.</summary>
    public StaffConditions Staff => pack.Staff;

    /// <summary>How the register is protected.</summary>
    public IReadOnlyList<ProtectionMeasure> Protection => pack.Protection;

    /// <summary>What holds for web data.</summary>
    public WebRules Web => pack.Web;

    /// <summary>What holds for profiling.</summary>
    public ProfilingRules Profiling => pack.Profiling;

    /// <summary>Permissions and prohibitions of marketing.</summary>
    public MarketingRules Marketing => pack.Marketing;

    /// <summary>The one version of the notice that applied on a day; null when there was none yet.</summary>
    /// <param name="on">The day.</param>
    public NoticeVersion? GetNotice(DateOnly on) => pack.NoticeOn(on);

    /// <summary>The statement of this id; null when the notice has none.</summary>
    /// <param name="id">Its id.</param>
    public Statement? GetStatement([ID] string id) => pack.FindStatement(id);

    /// <summary>Who handles requests of a right; null for a register without contacts.</summary>
    /// <param name="right">The right.</param>
    public Contact? GetAssignee(RegistrantRight right) => pack.AssigneeOf(right);

    /// <summary>To whom a case goes that its assignee cannot settle.</summary>
    public Contact? Escalation => pack.EscalationOf();
}
