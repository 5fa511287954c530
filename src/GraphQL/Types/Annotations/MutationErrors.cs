using System.Reflection;
using PersonalDataHub.GraphQL.Authorization;

namespace PersonalDataHub.GraphQL.Types.Annotations;

/// <summary>The typed errors of a mutation: a union of the declared error types, all of which implement <c>Error</c>.</summary>
internal sealed class MutationErrors(
    FieldReflector fields,
    List<TypeConfiguration> configurations,
    List<string> mistakes)
{
    private const string ErrorInterface = "Error";

    private static readonly ObjectFieldConfiguration Message = new()
    {
        Name = "message",
        Type = "String!",
        Description = "What is wrong and how to mend it.",
        Accessor = error => ((Exception)error).Message,
    };

    private readonly Dictionary<Type, string> known = [];

    /// <summary>Describes the union <c>XxxError</c> and gives the mapping from exceptions to its members; null when none are declared.</summary>
    public Func<Exception, IReadOnlyList<object>?>? Of(MethodInfo method, string name)
    {
        var declared = method.GetCustomAttributesData().Select(a => a.AttributeType)
            .Where(a => a.IsGenericType && a.GetGenericTypeDefinition() == typeof(ErrorAttribute<>))
            .Select(a => a.GetGenericArguments()[0]).ToArray();
        if (declared.Length == 0)
        {
            return null;
        }

        var origin = $"{method.DeclaringType!.Name}.{method.Name}";
        configurations.Add(new UnionTypeConfiguration(name + "Error", null, [.. declared.Select(Describe)]) { Origin = origin });
        var mappings = declared.SelectMany(t => Mappings(t, origin)).ToArray();
        return exception => Map(exception, mappings);
    }

    private static List<object>? Map(Exception exception, (Type Exception, Func<Exception, object> Create)[] mappings)
    {
        var several = exception is AggregateException aggregate ? aggregate.InnerExceptions : (IReadOnlyList<Exception>)[exception];
        var mapped = new List<object>();
        foreach (var one in several)
        {
            var mapping = mappings.Where(m => m.Exception.IsInstanceOfType(one)).MaxBy(m => Distance(m.Exception));
            if (mapping.Create is null)
            {
                return null;
            }

            mapped.Add(mapping.Create(one));
        }

        return mapped;
    }

    private static int Distance(Type type) => type.BaseType is { } parent ? 1 + Distance(parent) : 0;

    private string Describe(Type error)
    {
        if (known.TryGetValue(error, out var name))
        {
            return name;
        }

        if (known.Count == 0)
        {
            configurations.Add(new InterfaceTypeConfiguration(
                ErrorInterface,
                "An expected failure of a mutation.",
                [Message with { Accessor = null }]) { Rule = FieldRule.Inherited });
        }

        var isException = typeof(Exception).IsAssignableFrom(error);
        name = SchemaNames.OfType(error, false);
        if (isException && name.EndsWith("Exception", StringComparison.Ordinal))
        {
            name = name[..^"Exception".Length] + "Error";
        }

        known.Add(error, name);
        ObjectFieldConfiguration[] members = isException
            ? [Message, .. fields.OfInstances(error, until: typeof(Exception)).Where(f => f.Name != Message.Name)]
            : [.. fields.OfInstances(error).Select(f => f.Name == Message.Name ? f with { Type = Message.Type } : f)];
        configurations.Add(new ObjectTypeConfiguration(name, XmlDocumentation.Of(error), members)
        {
            RuntimeType = error,
            Interfaces = [ErrorInterface],
            Rule = FieldRules.Of(error) ?? FieldRule.Inherited,
            Origin = error.Name,
        });
        return name;
    }

    private IEnumerable<(Type Exception, Func<Exception, object> Create)> Mappings(Type error, string origin)
    {
        if (typeof(Exception).IsAssignableFrom(error))
        {
            return [(error, exception => exception)];
        }

        var methods = error.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(m => m.Name == "CreateErrorFrom" && m.GetParameters() is [{ } only] && typeof(Exception).IsAssignableFrom(only.ParameterType))
            .Select(m => (m.GetParameters()[0].ParameterType, (Func<Exception, object>)(e => m.Invoke(null, [e])!)));
        var constructors = error.GetConstructors()
            .Where(c => c.GetParameters() is [{ } only] && typeof(Exception).IsAssignableFrom(only.ParameterType))
            .Select(c => (c.GetParameters()[0].ParameterType, (Func<Exception, object>)(e => c.Invoke([e]))));
        (Type, Func<Exception, object>)[] mappings = [.. methods, .. constructors];
        if (mappings.Length == 0)
        {
            mistakes.Add($"{origin} declares the error {error.Name}, which nothing creates. Give it a static method CreateErrorFrom or a constructor that takes an exception.");
        }

        return mappings;
    }
}
