using System.Reflection;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Types.Pagination;

namespace PersonalDataHub.GraphQL.Types.Annotations;

/// <summary>Gives every mutation one input, one payload and typed errors.</summary>
internal sealed class MutationConventions(
    FieldReflector fields,
    Func<Type, bool, string> nameOf,
    List<TypeConfiguration> configurations,
    List<string> mistakes)
{
    private readonly MutationErrors errors = new(fields, configurations, mistakes);

    public IReadOnlyList<ObjectFieldConfiguration> Of(Type type)
    {
        if (!type.IsAbstract || !type.IsSealed)
        {
            mistakes.Add($"{type.Name} must be a static class, as its methods become fields.");
            return [];
        }

        var methods = fields.Methods(type, BindingFlags.Static).ToLookup(m => TypeReferences.ResultOf(m) is not null);
        mistakes.AddRange(methods[false].Select(m =>
            $"{type.Name}.{m.Name} returns nothing. A mutation needs a result; return what it changed, or mark the method with [GraphQLIgnore]."));
        return [.. methods[true].Select(m => OfMethod(m, type))];
    }

    private ObjectFieldConfiguration OfMethod(MethodInfo method, Type owner)
    {
        var convention = method.GetCustomAttribute<UseMutationConventionAttribute>();
        var plain = fields.OfMethod(method, owner);
        if (convention?.Disable == true || TypeReferences.ResultOf(method) is not { } result)
        {
            return plain;
        }

        if (method.IsDefined(typeof(UsePagingAttribute)))
        {
            mistakes.Add($"{owner.Name}.{method.Name}: a mutation has no pages. Return the list, or page a field of what it returns.");
        }

        var name = SchemaNames.Pascal(plain.Name);
        var takesInput = plain.Arguments is [{ Name: MutationInput.Name }];
        var errorTypes = errors.Of(method, name);
        var isPayload = TypeReferences.ElementOf(result) is null && SchemaNames.OfType(result, false) == name + "Payload";
        if (isPayload && errorTypes is not null)
        {
            mistakes.Add($"{owner.Name}.{method.Name} returns its payload itself and so cannot declare [Error]. Return the result instead.");
        }

        var (pure, async) = fields.Resolvers.CompileMethod(method, owner, argumentsInInput: !takesInput);
        var resolve = async ?? (context => new ValueTask<object?>(pure!(context)));
        if (!isPayload)
        {
            AddPayload(name, convention?.PayloadFieldName ?? ResultName(result), plain, errorTypes is not null);
        }

        return plain with
        {
            Type = name + "Payload!",
            Arguments = takesInput || plain.Arguments.Count == 0 ? plain.Arguments : [AddInput(name, plain)],
            PureResolver = null,
            Resolver = isPayload ? resolve : context => Run(context, resolve, errorTypes),
        };
    }

    private ArgumentConfiguration AddInput(string name, ObjectFieldConfiguration plain)
    {
        configurations.Add(new InputObjectTypeConfiguration(name + "Input", null, plain.Arguments) { Origin = plain.Origin! });
        return new ArgumentConfiguration(MutationInput.Name, name + "Input!");
    }

    private void AddPayload(string name, string resultName, ObjectFieldConfiguration plain, bool hasErrors)
    {
        var result = new ObjectFieldConfiguration
        {
            Name = resultName,
            Type = plain.Type.TrimEnd('!'),
            Accessor = payload => ((MutationPayload)payload).Result,
            Metadata = [.. plain.Metadata.Where(one => one is not (CostAttribute or ListSizeAttribute))],
            Rule = plain.Rule,
            Origin = plain.Origin,
        };
        var failures = new ObjectFieldConfiguration
        {
            Name = "errors",
            Type = $"[{name}Error!]",
            Accessor = payload => ((MutationPayload)payload).Errors,
            Metadata = [.. plain.Metadata.Where(one => one is not (CostAttribute or ListSizeAttribute))],
            Rule = plain.Rule,
            Origin = plain.Origin,
        };
        configurations.Add(new ObjectTypeConfiguration(name + "Payload", null, hasErrors ? [result, failures] : [result]) { Origin = plain.Origin! });
    }

    private string ResultName(Type result) =>
        SchemaNames.Camel(nameOf(Nullable.GetUnderlyingType(TypeReferences.ElementOf(result) ?? result) ?? TypeReferences.ElementOf(result) ?? result, false));

    private static async ValueTask<object?> Run(
        IResolverContext context,
        Func<IResolverContext, ValueTask<object?>> resolve,
        Func<Exception, IReadOnlyList<object>?>? errorsOf)
    {
        IReadOnlyList<object>? expected = null;
        try
        {
            return new MutationPayload(await resolve(context), null);
        }
        catch (Exception exception) when ((expected = errorsOf?.Invoke(exception)) is not null)
        {
            return new MutationPayload(null, expected);
        }
    }
}
