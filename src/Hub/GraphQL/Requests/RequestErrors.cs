using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Requests;

namespace PersonalDataHub.Hub.GraphQL.Requests;

/// <summary>Turns what the requests' room refuses into the typed errors of mutations, one per mistake.</summary>
internal static class RequestErrors
{
    /// <summary>For mutations that make requests.</summary>
    public static Task<T> TypedAsync<T>(Func<Task<T>> work) => TypedAsync(work, Typed);

    /// <summary>For mutations that decide about a request: whatever stands against it, its code says what.</summary>
    public static Task<T> RefusedAsync<T>(Func<Task<T>> work) => TypedAsync(work, mistake => mistake.Code switch
    {
        RequestMistakes.PlanChanged => new PlanChangedException(mistake),
        RequestMistakes.KeyReused => new RequestKeyReusedException(mistake),
        _ => new RequestRefusedException(mistake),
    });

    /// <summary>The same for questions, which have no typed errors.</summary>
    public static async Task<T> PlainAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await Refusals.AsErrorsAsync(work).ConfigureAwait(false);
        }
        catch (RequestException refused)
        {
            throw new GraphQLException(refused.Message, refused.Mistakes[0].Code);
        }
    }

    private static async Task<T> TypedAsync<T>(Func<Task<T>> work, Func<RequestMistake, Exception> typed)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (RequestException refused)
        {
            throw new AggregateException(refused.Mistakes.Select(typed));
        }
        catch (RegistrantQueryException refused)
        {
            throw new RequestRefusedException(new RequestMistake(refused.Code, refused.Message, null));
        }
        catch (AuditUnavailableException refused)
        {
            throw new GraphQLException(refused.Message, "AUDIT_UNAVAILABLE");
        }
    }

    private static Exception Typed(RequestMistake mistake) => mistake.Code switch
    {
        RequestMistakes.StaleTag => new StaleTagException(mistake),
        RequestMistakes.NotCorrectable or RequestMistakes.WrongKind => new NotCorrectableException(mistake),
        RequestMistakes.UnknownScope => new UnknownScopeException(mistake),
        RequestMistakes.NothingHeld or RequestMistakes.AlreadyErased => new NothingHeldException(mistake),
        RequestMistakes.PlanChanged => new PlanChangedException(mistake),
        RequestMistakes.KeyReused => new RequestKeyReusedException(mistake),
        _ => new RequestRefusedException(mistake),
    };
}
