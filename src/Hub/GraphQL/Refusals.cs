using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Registrants;

namespace PersonalDataHub.Hub.GraphQL;

/// <summary>Turns what the rooms refuse into errors that the client may read.</summary>
internal static class Refusals
{
    public static async Task<T> AsErrorsAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (RegistrantQueryException refusal)
        {
            throw new GraphQLException(refusal.Message, refusal.Code);
        }
        catch (AuditUnavailableException refusal)
        {
            throw new GraphQLException(refusal.Message, "AUDIT_UNAVAILABLE");
        }
    }
}
