using System.Text.RegularExpressions;
using PersonalDataHub.GraphQL.Language;

namespace PersonalDataHub.GraphQL.Types;

/// <summary>Finds what would make a schema impossible: bad names, duplicates, unknown types, missing resolvers.</summary>
internal sealed partial class ConfigurationChecker(Func<string, NamedType?> findType, SchemaTypeConfiguration roots, List<string> mistakes)
{
    /// <summary>Whether every reference leads somewhere, so that the types can be made and looked at further.</summary>
    public bool CanBuild { get; private set; } = true;

    public void Check(IReadOnlyList<TypeConfiguration> configurations)
    {
        foreach (var configuration in configurations)
        {
            CheckName(configuration.Name, configuration.Origin);
            switch (configuration)
            {
                case ObjectTypeConfiguration type:
                    CheckFields(type.Name, type.Fields, needsResolver: true);
                    CheckStreams(type);
                    CheckNamed<InterfaceType>(type.Interfaces, type.Origin, "interface");
                    break;
                case InterfaceTypeConfiguration type:
                    CheckFields(type.Name, type.Fields, needsResolver: false);
                    CheckNamed<InterfaceType>(type.Interfaces, type.Origin, "interface");
                    break;
                case UnionTypeConfiguration type:
                    CheckNamed<ObjectType>(type.Members, type.Origin, "object type");
                    CheckNotEmpty(type.Members.Count, $"{type.Origin}: the union {type.Name} has no members.");
                    break;
                case EnumTypeConfiguration type:
                    CheckNotEmpty(type.Values.Count, $"{type.Origin}: the enum {type.Name} has no values.");
                    CheckDistinct(type.Values.Select(v => v.Name), type.Origin);
                    CheckValues(type);
                    break;
                case InputObjectTypeConfiguration type:
                    CheckNotEmpty(type.Fields.Count, $"{type.Origin}: the input {type.Name} has no fields.");
                    CheckArguments(type.Fields, type.Origin);
                    CheckOneOf(type);
                    break;
                case DirectiveTypeConfiguration directive:
                    CheckNotEmpty(directive.Locations.Count, $"@{directive.Name} may stand nowhere. Give it a location.");
                    CheckArguments(directive.Arguments, "@" + directive.Name);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Root types are object types, and each is the root of one kind of operation only.</summary>
    public void CheckRoots(bool areNamed)
    {
        CheckDistinct(roots.RootTypes, "schema");
        if (findType(roots.QueryType) is not ObjectType)
        {
            Break(areNamed
                ? $"schema: {roots.QueryType} is no object type of this schema."
                : "There is no query type. Mark a static class with [QueryType] and register its assembly with AddTypes.");
        }

        foreach (var name in roots.RootTypes.Skip(1).Where(n => findType(n) is not (ObjectType or null)))
        {
            Break($"schema: {name} is the root of operations and so must be an object type.");
        }
    }

    public void CheckNames(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            CheckName(name, name);
        }
    }

    /// <summary>Notes a mistake that leaves nothing to look at further.</summary>
    private void Break(string mistake)
    {
        mistakes.Add(mistake);
        CanBuild = false;
    }

    private void CheckValues(EnumTypeConfiguration type)
    {
        foreach (var value in type.Values)
        {
            CheckName(value.Name, type.Origin);
            if (value.Name is "true" or "false" or "null")
            {
                mistakes.Add($"{type.Origin}: {value.Name} is a value of its own and cannot be one of an enum.");
            }
        }
    }

    private void CheckFields(string type, IReadOnlyList<ObjectFieldConfiguration> fields, bool needsResolver)
    {
        CheckNotEmpty(fields.Count, $"{type} has no fields.");
        CheckDistinct(fields.Select(f => f.Name), type);
        foreach (var field in fields)
        {
            var place = field.Origin ?? $"{type}.{field.Name}";
            CheckName(field.Name, place);
            if (CheckType(field.Type, place) is { IsOutputType: false } input)
            {
                Break($"{place}: {input.Name} is an input type and cannot be the type of a field.");
            }

            if (needsResolver && field is { Accessor: null, PureResolver: null, Resolver: null, SubscribeResolver: null })
            {
                mistakes.Add($"{place}: the field {field.Name} has no resolver.");
            }

            CheckArguments(field.Arguments, place);
        }
    }

    /// <summary>Fields of the subscription type, and no others, give streams.</summary>
    private void CheckStreams(ObjectTypeConfiguration type)
    {
        var isSubscription = type.Name == roots.SubscriptionType;
        foreach (var field in type.Fields.Where(f => isSubscription == f.SubscribeResolver is null))
        {
            mistakes.Add(isSubscription
                ? $"{field.Origin ?? $"{type.Name}.{field.Name}"}: a field of the subscription type needs a stream of events. Return IAsyncEnumerable<T>, or set SubscribeResolver."
                : $"{field.Origin ?? $"{type.Name}.{field.Name}"}: only fields of the subscription type have a SubscribeResolver.");
        }
    }

    private void CheckArguments(IReadOnlyList<ArgumentConfiguration> arguments, string place)
    {
        CheckDistinct(arguments.Select(a => a.Name), place);
        foreach (var argument in arguments)
        {
            CheckName(argument.Name, place);
            if (CheckType(argument.Type, $"{place}, {argument.Name}") is { IsInputType: false } output)
            {
                Break($"{place}, {argument.Name}: {output.Name} is an output type and cannot be given as input.");
            }

            if (argument is { DeprecationReason: not null, DefaultValue: null } && argument.Type.EndsWith('!'))
            {
                mistakes.Add($"{place}, {argument.Name}: a required argument cannot be deprecated.");
            }
        }
    }

    private void CheckOneOf(InputObjectTypeConfiguration type)
    {
        foreach (var field in type.Fields.Where(f => type.IsOneOf && (f.Type.EndsWith('!') || f.DefaultValue is not null)))
        {
            mistakes.Add($"{type.Origin}, {field.Name}: fields of a oneOf input must be nullable and without default.");
        }
    }

    private NamedType? CheckType(string syntax, string place)
    {
        try
        {
            var node = Parser.ParseType(syntax);
            while (node is not NamedTypeNode)
            {
                node = node is ListTypeNode list ? list.ItemType : ((NonNullTypeNode)node).InnerType;
            }

            var name = ((NamedTypeNode)node).Name;
            var type = findType(name);
            if (type is null)
            {
                Break($"{place}: there is no type {name}.");
            }

            return type;
        }
        catch (SyntaxException exception)
        {
            Break($"{place}: \"{syntax}\" is no type. {exception.Message}");
            return null;
        }
    }

    private void CheckNamed<T>(IEnumerable<string> names, string place, string kind)
    {
        CheckDistinct(names, place);
        foreach (var name in names.Where(n => findType(n) is not T))
        {
            Break($"{place}: {name} is no {kind} of this schema.");
        }
    }

    private void CheckName(string name, string place)
    {
        if (!Name().IsMatch(name) || name.StartsWith("__", StringComparison.Ordinal))
        {
            mistakes.Add($"{place}: \"{name}\" cannot be a name. Use letters, digits and underscores, not starting with a digit or two underscores.");
        }
    }

    public void CheckDistinct(IEnumerable<string> names, string place)
    {
        foreach (var name in names.GroupBy(n => n).Where(g => g.Skip(1).Any()).Select(g => g.Key))
        {
            Break($"{place}: {name} is there twice.");
        }
    }

    private void CheckNotEmpty(int count, string mistake)
    {
        if (count == 0)
        {
            mistakes.Add(mistake);
        }
    }

    [GeneratedRegex("^[_A-Za-z][_0-9A-Za-z]*$")]
    private static partial Regex Name();
}
