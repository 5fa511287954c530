using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.PersonView.Hosting;
using PersonalDataHub.PersonView.Register;

namespace PersonalDataHub.Engine;

/// <summary>Finds the person and writes down who asked, before any source is asked.</summary>
internal sealed class PersonGate(PersonRegister register) : IRequestInterceptor
{
    public const string Customer = "customer";

    public async ValueTask<GraphQLError?> OnOperationAsync(OperationContext context, CancellationToken cancellationToken)
    {
        var persons = context.Operation.Selections
            .Where(selection => selection.HasArgument("id"))
            .Select(selection => selection.Argument<string>("id")!)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (persons is not [var person])
        {
            return persons is [] ? null : Refuse("An operation reads one person.");
        }

        if (await register.OpenAsync(person, ContenderHost.Caller, context.Operation.Name ?? "", cancellationToken) is not { } customer)
        {
            return Refuse("There is no such person.");
        }

        context.ContextData[Customer] = customer;
        return null;
    }

    private static GraphQLError Refuse(string message) => GraphQLError.WithCode(message, "PERSON_REFUSED");
}
