using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Registers;

namespace PersonalDataHub.Hub.Requests;

/// <summary>Holds an approval against the register's rule that two people look at it.</summary>
internal sealed class FourEyesRule(CatalogHolder catalogs)
{
    /// <summary>How the rule is kept; null where the register has none for requests of this kind.</summary>
    /// <param name="request">The request.</param>
    /// <param name="by">Who approves.</param>
    /// <exception cref="RequestException">It is who entered it, and there are others in the register who can approve.</exception>
    public FourEyes? Hold(RequestRow request, string by)
    {
        if (catalogs.Current.FindRegister(request.Register) is not { } register
            || register.Requests.ApprovalOf(request.Kind) != ApprovalRule.FourEyes)
        {
            return null;
        }

        return by != request.RequestedBy ? FourEyes.Kept
            : register.IsOnePerson ? FourEyes.OnePerson
            : throw new RequestException(
                RequestMistakes.FourEyes, "The register wants four eyes: somebody else than who entered the request approves it.");
    }

    /// <summary>What the audit trail says of the approval.</summary>
    public static string OutcomeOf(FourEyes? eyes) => eyes == FourEyes.OnePerson ? "approvedByOnePerson" : "approved";
}
