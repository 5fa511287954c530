using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Requests;

namespace PersonalDataHub.Hub.Retention.Holds;

/// <summary>Everything that is wrong with a hold that is to be set, at once.</summary>
internal static class HoldChecks
{
    private const int LongestReason = 2000;

    /// <exception cref="RequestException">Something is wrong.</exception>
    public static void Check(Register register, NewHold hold, IReadOnlyCollection<string> recordTypes, DateOnly today)
    {
        RequestMistake[] mistakes = [.. Of(register, hold, recordTypes, today)];
        if (mistakes.Length > 0)
        {
            throw new RequestException(mistakes);
        }
    }

    private static IEnumerable<RequestMistake> Of(Register register, NewHold hold, IReadOnlyCollection<string> recordTypes, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(hold.Reason) || hold.Reason.Length > LongestReason)
        {
            yield return new(RequestMistakes.Malformed, $"Say why: 1 to {LongestReason} characters.", "reason");
        }

        if (hold.ReviewOn <= today)
        {
            yield return new(RequestMistakes.Malformed, "The review is on a day to come; a hold that nobody looks at again never ends.", "reviewOn");
        }

        if (hold.Until < (hold.From ?? today))
        {
            yield return new(RequestMistakes.Malformed, "The last day lies before the first.", "until");
        }

        if (register.FindPurpose(hold.Purpose) is null)
        {
            yield return new(RequestMistakes.UnknownPurpose, $"The register '{register.Id}' has no such purpose.", "purpose");
        }

        if (hold.Registrant is null && hold.Categories.Count == 0 && hold.Fields.Count == 0)
        {
            yield return new(RequestMistakes.Malformed, "Name a person, categories or record types: a hold on everything of everybody would end all erasure.", null);
        }

        foreach (var category in hold.Categories.Where(category => register.FindCategory(category) is null))
        {
            yield return new(RequestMistakes.UnknownScope, $"The register has no category '{category}'.", category);
        }

        foreach (var field in hold.Fields.Where(field => !recordTypes.Contains(field.Split('.')[0])))
        {
            yield return new(RequestMistakes.UnknownScope, $"No source of the register holds records of the type that '{field}' names.", field);
        }
    }
}
