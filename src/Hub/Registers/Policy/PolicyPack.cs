namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>What a register's privacy notice says, in a form that the hub runs.</summary>
/// <remarks>Every part may be empty: what is missing is told by drift and lint, not by a refusal to start.</remarks>
public sealed record PolicyPack
{
    /// <summary>A pack that says nothing.</summary>
    public static PolicyPack Empty { get; } = new();

    /// <summary>Changes when the pack's file changes: the first 16 hex digits of its SHA-256. What decisions name it by.</summary>
    public string Version { get; init; } = string.Empty;

    /// <summary>Whom to turn to.</summary>
    public IReadOnlyList<Contact> Contacts { get; init; } = [];

    /// <summary>The notice's versions, oldest first.</summary>
    public IReadOnlyList<NoticeVersion> Notices { get; init; } = [];

    /// <summary>What the notice says.</summary>
    public IReadOnlyList<Statement> Statements { get; init; } = [];

    /// <summary>Legal bases.</summary>
    public IReadOnlyList<LegalBasis> Bases { get; init; } = [];

    /// <summary>Groups of categories.</summary>
    public IReadOnlyList<CategoryBlock> Blocks { get; init; } = [];

    /// <summary>Where data is from.</summary>
    public IReadOnlyList<OriginClass> Origins { get; init; } = [];

    /// <summary>On what disclosures may rest.</summary>
    public IReadOnlyList<DisclosureGround> DisclosureGrounds { get; init; } = [];

    /// <summary>Who gets data.</summary>
    public IReadOnlyList<Recipient> Recipients { get; init; } = [];

    /// <summary>What whoever gets data must have.</summary>
    public SharingConditions Sharing { get; init; } = new();

    /// <summary>Why personal identity codes may be held; null where they may not.</summary>
    public IdentityCodeRule? IdentityCode { get; init; }

    /// <summary>Which data must be given.</summary>
    public IReadOnlyList<ProvisionRule> Provisions { get; init; } = [];

    /// <summary>Transfers to third countries; null where the notice says nothing, which allows none.</summary>
    public TransferRule? Transfers { get; init; }

    /// <summary>When a relationship counts as ended; null where the notice says nothing.</summary>
    public RelationshipRule? Relationship { get; init; }

    /// <summary>When the controller's financial years end; default the calendar year.</summary>
    public FinancialYear FinancialYear { get; init; } = FinancialYear.CalendarYear;

    /// <summary>How long data stays.</summary>
    public IReadOnlyList<RetentionRule> Retention { get; init; } = [];

    /// <summary>What keeps data from being erased.</summary>
    public IReadOnlyList<BlockerRule> Blockers { get; init; } = [];

    /// <summary>How rights are used.</summary>
    public IReadOnlyList<Formality> Formalities { get; init; } = [];

    /// <summary>Who may work with the data.</summary>
    public StaffConditions Staff { get; init; } = new();

    /// <summary>How the register is protected.</summary>
    public IReadOnlyList<ProtectionMeasure> Protection { get; init; } = [];

    /// <summary>Web data.</summary>
    public WebRules Web { get; init; } = new();

    /// <summary>Profiling.</summary>
    public ProfilingRules Profiling { get; init; } = ProfilingRules.Undeclared;

    /// <summary>Marketing.</summary>
    public MarketingRules Marketing { get; init; } = new();

    /// <summary>The one version of the notice that applied on a day; null when there was none yet.</summary>
    public NoticeVersion? NoticeOn(DateOnly day) => Notices.LastOrDefault(notice => notice.From is not { } from || from <= day);

    /// <summary>The statement of this id, or null.</summary>
    public Statement? FindStatement(string id) => Statements.FirstOrDefault(statement => statement.Id == id);

    /// <summary>The recipient of this id, or null.</summary>
    public Recipient? FindRecipient(string id) => Recipients.FirstOrDefault(recipient => recipient.Id == id);

    /// <summary>The basis of this id, or null.</summary>
    public LegalBasis? FindBasis(string id) => Bases.FirstOrDefault(basis => basis.Id == id);
}
