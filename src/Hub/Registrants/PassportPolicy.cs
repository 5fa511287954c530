using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Policy;
using PersonalDataHub.Hub.Registrants.Passports;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>
/// What holds for every value of one field of one record type at one source; shared by all passports of that field. What
/// the register's policy says of it is put together when it is first asked for.
/// </summary>
public sealed class PassportPolicy
{
    private readonly Register register;
    private readonly Source source;
    private readonly DataCategory? declared;
    private readonly bool isIdentityCode;
    private PassportCategory? category;
    private IReadOnlyList<PassportUse>? uses;
    private IReadOnlyList<PassportOrigin>? origins;
    private IReadOnlyList<PassportRecipient>? recipients;
    private IReadOnlyList<PassportRetentionRule>? retention;
    private IReadOnlyList<PassportBlockerRule>? blockers;
    private PassportCorrection? correction;
    private PassportPortability? portability;
    private IReadOnlyList<PassportStatement>? statements;

    internal PassportPolicy(Register register, Source source, RecordType type, RecordField field)
    {
        (this.register, this.source) = (register, source);
        RecordType = type.Name;
        Field = field.Name;
        Category = field.Category ?? type.Category;
        declared = register.FindCategory(Category);
        isIdentityCode = field.IdentityKind == IdentityKinds.IdentityCode;
        Origin = field.Origin ?? type.Origin;
        ThirdParty = field.ThirdParty || type.ThirdParty || declared is { ThirdParty: true };
        Purposes = [.. register.Purposes.Where(purpose => purpose.Allows(Category)).Select(purpose => purpose.Id)];
        Correctable = source.Supports(Ability.Rectification, type.Name);
        Erasable = source.Supports(Ability.Erasure, type.Name);
    }

    /// <summary>The record type.</summary>
    public string RecordType { get; }

    /// <summary>The field.</summary>
    public string Field { get; }

    /// <summary>The data category of the register's policy.</summary>
    public string Category { get; }

    /// <summary>False when the register's policy does not name the category: the value is shown as undeclared, never dropped.</summary>
    public bool CategoryDeclared => declared is not null;

    /// <summary>How values came to be held.</summary>
    public DataOrigin Origin { get; }

    /// <summary>True when values are about somebody other than the registrant.</summary>
    public bool ThirdParty { get; }

    /// <summary>The ids of the register's purposes that may see the category.</summary>
    public IReadOnlyList<string> Purposes { get; }

    /// <summary>Whether the source can correct the field by request.</summary>
    public bool Correctable { get; }

    /// <summary>Whether the source can erase the field by request.</summary>
    public bool Erasable { get; }

    /// <summary>What the version of the register's policy is known by.</summary>
    public string PackVersion => register.Pack.Version;

    /// <summary>The category as the register declares it; null for an undeclared one.</summary>
    public PassportCategory? DataCategory =>
        category ??= declared is null ? null : PassportCategory.Of(declared, register.Pack);

    /// <summary>The purposes that may see it, with the bases they rest on.</summary>
    public IReadOnlyList<PassportUse> Uses => uses ??=
        [.. register.Purposes.Where(purpose => purpose.Allows(Category)).Select(purpose => PassportUse.Of(purpose, register.Pack))];

    /// <summary>From whom such values are; empty where the notice does not say.</summary>
    public IReadOnlyList<PassportOrigin> Origins => origins ??=
        [.. register.Pack.OriginsOf(source.Id, RecordType, Field).Select(PassportOrigin.Of)];

    /// <summary>Whether the person must give it; null where the notice does not say.</summary>
    public PassportProvision? Provision =>
        register.ProvisionOf(Category, RecordType, Field) is { } rule ? PassportProvision.Of(rule) : null;

    /// <summary>Why the register may hold identity codes; null for other fields, and where the notice names no ground.</summary>
    public PassportIdentityCode? IdentityCode =>
        isIdentityCode && register.Pack.IdentityCode is { } rule ? PassportIdentityCode.Of(rule) : null;

    /// <summary>Who may get it, by the exact fields that the notice lets each have.</summary>
    public IReadOnlyList<PassportRecipient> Recipients => recipients ??=
    [
        .. register.Pack.Recipients
            .Where(MayGet)
            .Select(PassportRecipient.Of),
    ];

    /// <summary>How long it stays: every rule that covers it.</summary>
    public IReadOnlyList<PassportRetentionRule> Retention => retention ??= [.. RetentionRules.Select(PassportRetentionRule.Of)];

    /// <summary>What can keep it from being erased.</summary>
    public IReadOnlyList<PassportBlockerRule> Blockers => blockers ??=
    [
        .. register.Pack.Blockers
            .Where(rule => Covers(rule.Categories, rule.Fields))
            .Select(PassportBlockerRule.Of),
    ];

    /// <summary>Where and how it is corrected.</summary>
    public PassportCorrection Correction => correction ??= PassportCorrection.Of(register, declared, source, RecordType);

    /// <summary>Whether it can be taken along to another controller, and why.</summary>
    public PassportPortability Portability => portability ??= PassportPortability.Of(register, source, Origin, ThirdParty, Uses);

    /// <summary>Every statement of the notice that a part of this rests on, once.</summary>
    public IReadOnlyList<PassportStatement> Statements => statements ??=
    [
        .. StatementIds().Distinct().Select(register.Pack.FindStatement).OfType<Statement>().Select(PassportStatement.Of),
    ];

    internal Register Register => register;

    internal IEnumerable<RetentionRule> RetentionRules => register.Pack.Retention.Where(rule =>
        RuleCoverage.CoversSource(rule.Sources, source.Id)
        && Covers(rule.Categories, rule.Fields)
        && (rule.Purposes.Count == 0 || rule.Purposes.Any(Purposes.Contains)));

    // Where exact fields are written, these are all. Somebody outside who is given none gets nothing.
    private bool MayGet(Recipient recipient) =>
        recipient is { Fields.Count: 0, Categories.Count: 0 }
            ? recipient.Kind is not (RecipientKind.Processor or RecipientKind.Controller)
            : RuleCoverage.Gets(recipient, Category, RecordType, Field);

    private bool Covers(IReadOnlyList<string> categories, IReadOnlyList<string> fields) =>
        RuleCoverage.Covers(categories, fields, Category, RecordType, Field);

    private IEnumerable<string> StatementIds() =>
    [
        .. declared?.Statements ?? [],
        .. Uses.SelectMany(use => use.Statements.Concat(use.Bases.SelectMany(basis => basis.Statements))),
        .. Origins.SelectMany(origin => origin.Statements),
        .. Provision?.Statements ?? [],
        .. IdentityCode?.Statements ?? [],
        .. Recipients.SelectMany(recipient => recipient.Statements),
        .. Retention.SelectMany(rule => rule.Statements),
        .. Blockers.SelectMany(rule => rule.Statements),
        .. Correction.Statements,
        .. Portability.Statements,
    ];
}
