using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants;

namespace PersonalDataHub.Hub.Requests.Bulk;

/// <summary>What can be told of the mistakes of a bulk erasure without asking anybody: all of them at once.</summary>
internal static class BulkChecks
{
    public const int MostPersons = 1000;
    private const int MostPerMinute = 6000;

    /// <exception cref="RequestException">Something is wrong.</exception>
    public static void Check(Register register, BulkHeader header, IReadOnlyList<RegistrantKey> registrants, ErasureContent content, DateTimeOffset now)
    {
        RequestMistake[] mistakes = [.. Of(header, registrants, content), .. OfCommon(register, header, content, now)];
        if (mistakes.Length > 0)
        {
            throw new RequestException(mistakes);
        }
    }

    private static IEnumerable<RequestMistake> Of(BulkHeader header, IReadOnlyList<RegistrantKey> registrants, ErasureContent content)
    {
        if (registrants.Count is 0 or > MostPersons)
        {
            yield return new(RequestMistakes.Malformed, $"Name 1 to {MostPersons} people; these are {registrants.Count}.", "registrants");
        }

        if (header.PerMinute is < 1 or > MostPerMinute)
        {
            yield return new(RequestMistakes.Malformed, $"perMinute is from 1 to {MostPerMinute}.", "perMinute");
        }

        if (content.Scope is Scope.Fields or Scope.Records)
        {
            yield return new(RequestMistakes.Malformed, "A scope for many people is everything, categories or purposes; values and records are one person's.", "scope");
        }
    }

    private static IReadOnlyList<RequestMistake> OfCommon(Register register, BulkHeader header, ErasureContent content, DateTimeOffset now)
    {
        try
        {
            RequestChecks.Check(register, header.Of(new RegistrantKey.ById(Guid.Empty), header.ClientRequestKey), content, now);
            return [];
        }
        catch (RequestException refused)
        {
            return refused.Mistakes;
        }
    }
}
