namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>Purposes with those that are parts of them.</summary>
public static class PurposeFamilies
{
    /// <summary>A purpose and all its parts, parts of parts included; empty when the register has no such purpose.</summary>
    public static IReadOnlyList<Purpose> FamilyOf(this Register register, string purpose) =>
        [.. register.Purposes.Where(one => IsWithin(register, one, purpose))];

    // A pack may say in circles; each purpose is passed once.
    private static bool IsWithin(Register register, Purpose one, string head)
    {
        var passed = new HashSet<string>();
        for (var here = one; here is not null && passed.Add(here.Id); here = here.PartOf is { } above ? register.FindPurpose(above) : null)
        {
            if (here.Id == head)
            {
                return true;
            }
        }

        return false;
    }
}
