using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Registrants;

namespace PersonalDataHub.Hub.GraphQL;

/// <summary>Turns what the rooms refuse into errors that the client may read.</summary>
internal static class Refusals
{
    /// <summary>What the client is told when the hub's database is gone, whatever it asked for; null of other failures.</summary>
    public static GraphQLError? OfStorage(Exception failure) =>
        StorageFailures.In(failure) is { } gone ? GraphQLError.WithCode(gone.Message, StorageUnavailableException.Code) : null;

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
