using System.Text.RegularExpressions;
using PersonalDataHub.GraphQL.Language;

namespace PersonalDataHub.GraphQL.Types;

/// <summary>Finds what would make a schema impossible: bad names, duplicates, unknown types, missing resolvers.</summary>
internal sealed partial class ConfigurationChecker(Func<string, NamedType?> findType, List<string> mistakes)
{
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
                    break;
                case InputObjectTypeConfiguration type:
                    CheckNotEmpty(type.Fields.Count, $"{type.Origin}: the input {type.Name} has no fields.");
                    CheckArguments(type.Fields, type.Origin);
                    CheckOneOf(type);
                    break;
                default:
                    break;
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
                mistakes.Add($"{place}: {input.Name} is an input type and cannot be the type of a field.");
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
        var isSubscription = type.Name == "Subscription";
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
                mistakes.Add($"{place}, {argument.Name}: {output.Name} is an output type and cannot be given as input.");
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
                mistakes.Add($"{place}: there is no type {name}.");
            }

            return type;
        }
        catch (SyntaxException exception)
        {
            mistakes.Add($"{place}: \"{syntax}\" is no type. {exception.Message}");
            return null;
        }
    }

    private void CheckNamed<T>(IEnumerable<string> names, string place, string kind)
    {
        CheckDistinct(names, place);
        foreach (var name in names.Where(n => findType(n) is not T))
        {
            mistakes.Add($"{place}: {name} is no {kind} of this schema.");
        }
    }

    private void CheckName(string name, string place)
    {
        if (!Name().IsMatch(name) || name.StartsWith("__", StringComparison.Ordinal))
        {
            mistakes.Add($"{place}: \"{name}\" cannot be a name. Use letters, digits and underscores, not starting with a digit or two underscores.");
        }
    }

    private void CheckDistinct(IEnumerable<string> names, string place)
    {
        foreach (var name in names.GroupBy(n => n).Where(g => g.Skip(1).Any()).Select(g => g.Key))
        {
            mistakes.Add($"{place}: {name} is there twice.");
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
