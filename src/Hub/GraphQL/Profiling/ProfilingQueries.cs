using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Profiling;

namespace PersonalDataHub.Hub.GraphQL.Profiling;

/// <summary>Questions about profiles.</summary>
[QueryType]
[Authorize(Policies.Person)]
public static class ProfilingQueries
{
    /// <summary>Compares profiles of several people and leaves out whoever has objected; the operation's purpose is one of profiling.</summary>
    /// <param name="register">The register's id.</param>
    /// <param name="registrants">Who; 2 to 200.</param>
    /// <param name="comparer">The room that compares.</param>
    /// <param name="context">Who asks.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    [Cost(100)]
    public static Task<ProfileComparison> CompareProfilesAsync(
        [ID] string register,
        IReadOnlyList<RegistrantKeyInput> registrants,
        [Service] ProfileComparer comparer,
        IResolverContext context,
        CancellationToken cancellationToken) =>
        Refusals.AsErrorsAsync(() => comparer.CompareAsync(
            register, [.. registrants.Select(key => key.ToKey())], PurposeGate.PurposeOf(context), PurposeGate.CallerOf(context), cancellationToken));
}
