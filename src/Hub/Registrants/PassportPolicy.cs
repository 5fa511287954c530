using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>
/// What holds for every value of one field of one record type at one source; shared by all passports of that field.
/// </summary>
/// <param name="RecordType">The record type.</param>
/// <param name="Field">The field.</param>
/// <param name="Category">The data category of the register's policy.</param>
/// <param name="CategoryDeclared">False when the register's policy does not name the category.</param>
/// <param name="Origin">How values came to be held.</param>
/// <param name="ThirdParty">True when values are about somebody other than the registrant.</param>
/// <param name="Purposes">The ids of the register's purposes that may see the category.</param>
/// <param name="Correctable">Whether the source can correct the field by request.</param>
/// <param name="Erasable">Whether the source can erase the field by request.</param>
public sealed record PassportPolicy(
    string RecordType,
    string Field,
    string Category,
    bool CategoryDeclared,
    DataOrigin Origin,
    bool ThirdParty,
    IReadOnlyList<string> Purposes,
    bool Correctable,
    bool Erasable);
