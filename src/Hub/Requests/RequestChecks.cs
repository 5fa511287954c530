using PersonalDataHub.Hub.Registers;

namespace PersonalDataHub.Hub.Requests;

/// <summary>What can be told of a request's mistakes without asking anybody: all of them at once.</summary>
internal static class RequestChecks
{
    private const int LongestKey = 200;
    private const int LongestText = 2000;
    private static readonly TimeSpan clockDifference = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan shortestWait = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan longestWait = TimeSpan.FromMinutes(1);

    // The day from which the GDPR applies (Art. 99(2)), in Finland.
    private static readonly DateTimeOffset gdprApplies = new(2018, 5, 25, 0, 0, 0, TimeSpan.FromHours(3));

    /// <exception cref="RequestException">Something is wrong.</exception>
    public static void Check(Register register, RequestHeader header, RequestContent content, DateTimeOffset now)
    {
        RequestMistake[] mistakes = [.. OfHeader(register, header, now), .. OfContent(content, now)];
        if (mistakes.Length > 0)
        {
            throw new RequestException(mistakes);
        }
    }

    /// <summary>What is wrong with a key that a client chose, of a request or of a decision; null for nothing.</summary>
    public static RequestMistake? OfKey(string key) => string.IsNullOrWhiteSpace(key) || key.Length > LongestKey
        ? Malformed($"Give a clientRequestKey of 1 to {LongestKey} characters.", "clientRequestKey")
        : null;

    private static IEnumerable<RequestMistake> OfHeader(Register register, RequestHeader header, DateTimeOffset now)
    {
        if (OfKey(header.ClientRequestKey) is { } mistake)
        {
            yield return mistake;
        }

        if (header.ReceivedAt > now + clockDifference)
        {
            yield return Malformed("receivedAt lies in the future; give when the request was received.", "receivedAt");
        }

        if (header.ReceivedAt < gdprApplies)
        {
            yield return Malformed("receivedAt lies before 25 May 2018, when these rights began.", "receivedAt");
        }

        if (register.FindPurpose(header.Purpose) is null)
        {
            var known = string.Join(", ", register.Purposes.Select(one => one.Id).Order(StringComparer.Ordinal));
            yield return new(RequestMistakes.UnknownPurpose, $"The register '{register.Id}' has no such purpose; it has: {known}.", "purpose");
        }

        if (header.Reference?.Length > LongestText)
        {
            yield return Malformed($"The reference has at most {LongestText} characters.", "reference");
        }

        if (header.WaitAtMost < shortestWait || header.WaitAtMost > longestWait)
        {
            yield return Malformed("waitAtMost is from PT0.01S to PT1M.", "waitAtMost");
        }

        foreach (var (name, text) in header.Representative is { } who
            ? [("name", who.Name), ("capacity", who.Capacity), ("evidence", who.Evidence)]
            : Array.Empty<(string, string)>())
        {
            if (string.IsNullOrWhiteSpace(text) || text.Length > LongestText)
            {
                yield return Malformed($"Give the representative's {name}: 1 to {LongestText} characters.", $"representative.{name}");
            }
        }
    }

    private static IEnumerable<RequestMistake> OfContent(RequestContent content, DateTimeOffset now) => content switch
    {
        RectificationContent rectification => OfCorrections(rectification.Corrections),
        RestrictionLiftContent lift when lift.ToldAt == default || lift.ToldAt > now =>
            [new(RequestMistakes.ToldBeforeLift, "Say when the person was told that the restriction ends: a time that is past (GDPR Art. 18(3)).", "toldAt")],
        _ => [],
    };

    private static IEnumerable<RequestMistake> OfCorrections(IReadOnlyList<Correction> corrections)
    {
        if (corrections.Count == 0)
        {
            yield return Malformed("Give at least one correction.", "corrections");
        }

        foreach (var (place, correction) in corrections.Index())
        {
            if (correction.Targets.Count == 0)
            {
                yield return Malformed("Name at least one value to correct.", $"corrections[{place}].targets");
            }

            if (string.IsNullOrWhiteSpace(correction.Ground) || correction.Ground.Length > LongestText)
            {
                yield return Malformed($"Give the ground: 1 to {LongestText} characters.", $"corrections[{place}].ground");
            }
        }
    }

    private static RequestMistake Malformed(string message, string about) => new(RequestMistakes.Malformed, message, about);
}
