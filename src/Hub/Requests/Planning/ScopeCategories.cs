using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Registers;

namespace PersonalDataHub.Hub.Requests.Planning;

/// <summary>Which fields a scope of categories or purposes takes in.</summary>
internal static class ScopeCategories
{
    /// <summary>Whether the scope takes in a field; null when the scope is not one of categories or purposes.</summary>
    /// <remarks>
    /// For purposes: what one of them may see and no other purpose may. A purpose that may see everything, such as the
    /// fulfilment of rights, is no reason to hold anything: it looks at what is held for the others, and does not count
    /// among these.
    /// </remarks>
    public static Func<RecordType, RecordField, bool>? Of(Register register, Scope scope) => scope switch
    {
        Scope.Categories categories => (type, field) => categories.Ids.Contains(CategoryOf(type, field)),
        Scope.Purposes purposes => (type, field) => ForNoOtherPurpose(register, purposes.Ids, CategoryOf(type, field)),
        _ => null,
    };

    private static string CategoryOf(RecordType type, RecordField field) => field.Category ?? type.Category;

    private static bool ForNoOtherPurpose(Register register, IReadOnlyList<string> ids, string category) =>
        register.Purposes.Any(purpose => ids.Contains(purpose.Id) && purpose.Allows(category))
        && !register.Purposes.Any(purpose => !ids.Contains(purpose.Id) && purpose.Categories is not null && purpose.Allows(category));
}
