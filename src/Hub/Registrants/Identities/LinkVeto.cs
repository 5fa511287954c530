using PersonalDataHub.Connectors.Abstractions;
using Kinds = PersonalDataHub.Connectors.Abstractions.IdentityKinds;

namespace PersonalDataHub.Hub.Registrants.Identities;

/// <summary>What forbids a link, whatever speaks for it.</summary>
public static class LinkVeto
{
    /// <summary>The ground on which the two sides must not become one person; null when nothing forbids it.</summary>
    public static VetoGround? Between(LinkSide left, LinkSide right)
    {
        if (left.Separations.Intersect(right.Separations).Any())
        {
            return VetoGround.Separated;
        }

        var leftCodes = CodesOf(left);
        var rightCodes = CodesOf(right);
        if (leftCodes.Any(mine => rightCodes.Any(other => Contradict(mine, other))))
        {
            return VetoGround.IdentityCodesDiffer;
        }

        var leftDates = BirthDatesOf(left, leftCodes);
        var rightDates = BirthDatesOf(right, rightCodes);
        return leftDates.Count > 0 && rightDates.Count > 0 && !leftDates.Overlaps(rightDates)
            ? VetoGround.BirthDatesDiffer
            : null;
    }

    private static List<SubjectIdentity> CodesOf(LinkSide side) =>
        [.. side.Identities.Where(identity => identity.Kind == Kinds.IdentityCode)];

    // A person's code can be changed: then the old one ends before the new one begins, and both are that person's.
    private static bool Contradict(SubjectIdentity mine, SubjectIdentity other) =>
        !string.Equals(mine.Value, other.Value, StringComparison.Ordinal)
        && (mine.ValidTo ?? DateOnly.MaxValue) >= (other.ValidFrom ?? DateOnly.MinValue)
        && (other.ValidTo ?? DateOnly.MaxValue) >= (mine.ValidFrom ?? DateOnly.MinValue);

    private static HashSet<DateOnly> BirthDatesOf(LinkSide side, List<SubjectIdentity> codes)
    {
        var dates = side.BirthDates.ToHashSet();
        dates.UnionWith(codes.Select(code => IdentityCode.BirthDateOf(code.Value)).OfType<DateOnly>());
        return dates;
    }
}
