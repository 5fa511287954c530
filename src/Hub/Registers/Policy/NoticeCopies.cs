namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>Compares the places where a notice says one thing twice. One rule hangs on the statement, whatever the copies say.</summary>
public static class NoticeCopies
{
    /// <summary>The copies whose words differ from the statement's, spelling and punctuation apart.</summary>
    public static IReadOnlyList<CopyDifference> Differences(PolicyPack pack) =>
    [
        .. from statement in pack.Statements
           from copy in statement.Copies
           where copy.Text is { } text && !(IsSame(text.Fi, statement.Text.Fi) && IsSame(text.En, statement.Text.En))
           select new CopyDifference(statement, copy),
    ];

    private static bool IsSame(string one, string other) => Words(one).SequenceEqual(Words(other), StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> Words(string text) =>
        new string([.. text.Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
