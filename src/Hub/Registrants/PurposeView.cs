using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>What a purpose of a register may see: the one place that decides it.</summary>
/// <param name="register">The register.</param>
/// <param name="purpose">The purpose.</param>
/// <param name="seesSecret">Whether the caller may see secret categories for a purpose that does not name them.</param>
internal sealed class PurposeView(Register register, Purpose purpose, bool seesSecret)
{
    private readonly HashSet<string> secret = seesSecret || purpose.Categories is not null
        ? []
        : [.. register.Categories.Where(category => category.Secrecy != Secrecy.None).Select(category => category.Id)];

    /// <summary>Whether values of a data category may be seen. 'All' does not name what law keeps secret.</summary>
    public bool Allows(string category) => purpose.Allows(category) && !secret.Contains(category);

    /// <summary>Whether a field may be seen.</summary>
    public bool Allows(RecordType type, RecordField field) => Allows(field.Category ?? type.Category);

    /// <summary>Whether any field of a record type may be seen.</summary>
    public bool AllowsAnyOf(RecordType type) => type.Fields.Any(field => Allows(type, field));
}
