using System.Linq.Expressions;
using System.Reflection;
using PersonalDataHub.GraphQL.Execution;

namespace PersonalDataHub.GraphQL.Types.Annotations;

/// <summary>Derives input object types: by the widest public constructor, then by settable properties that it does not cover.</summary>
internal sealed class InputReflector(TypeReferences references, GlobalIds ids, List<string> mistakes)
{
    public ArgumentConfiguration OfParameter(ParameterInfo parameter)
    {
        var type = references.OfParameter(parameter);
        return new ArgumentConfiguration(SchemaNames.OfParameter(parameter), type)
        {
            Description = XmlDocumentation.Of(parameter),
            DefaultValue = DefaultLiterals.Of(parameter),
            DeprecationReason = FieldReflector.Deprecation(parameter),
            MemberName = parameter.Name,
            Reader = ids.Reader(parameter),
        };
    }

    public InputObjectTypeConfiguration Describe(Type type, string name, string? description)
    {
        var constructor = type.GetConstructors()
            .Where(c => c.GetParameters() is not [{ } only] || only.ParameterType != type)
            .MaxBy(c => c.GetParameters().Length);
        if (type.IsAbstract || (constructor is null && !type.IsValueType))
        {
            mistakes.Add($"{type.Name} is used as input and cannot be constructed. Give it a public constructor.");
        }

        var parameters = constructor?.GetParameters() ?? [];
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.SetMethod is { IsPublic: true } && !p.IsDefined(typeof(GraphQLIgnoreAttribute))
                && !parameters.Any(c => string.Equals(c.Name, p.Name, StringComparison.OrdinalIgnoreCase)))
            .ToArray();
        ArgumentConfiguration[] fields =
        [
            .. parameters.Select(p => OfConstructorParameter(type, p)),
            .. properties.Select(OfProperty),
        ];
        return new InputObjectTypeConfiguration(name, description, fields)
        {
            IsOneOf = type.IsDefined(typeof(OneOfAttribute)),
            RuntimeType = type,
            CreateInstance = constructor is null && !type.IsValueType ? null : Factory(type, constructor, parameters, properties, fields),
            Origin = type.Name,
        };
    }

    /// <summary>A record's attributes stand on the parameter or, with <c>property:</c>, on the property.</summary>
    private ArgumentConfiguration OfConstructorParameter(Type type, ParameterInfo parameter)
    {
        var field = OfParameter(parameter);
        var property = type.GetProperty(parameter.Name!, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase);
        return property is null ? field : field with
        {
            Name = field.Name == SchemaNames.Camel(parameter.Name!) ? SchemaNames.OfMember(property) : field.Name,
            Type = property.IsDefined(typeof(IDAttribute)) || property.IsDefined(typeof(GraphQLTypeAttribute)) ? references.OfProperty(property, true) : field.Type,
            Description = field.Description ?? XmlDocumentation.Of(property),
            DefaultValue = field.DefaultValue ?? DefaultLiterals.Of(property),
            DeprecationReason = field.DeprecationReason ?? FieldReflector.Deprecation(property),
            Reader = field.Reader ?? ids.Reader(property),
        };
    }

    private ArgumentConfiguration OfProperty(PropertyInfo property) => new(SchemaNames.OfMember(property), references.OfProperty(property, true))
    {
        Description = XmlDocumentation.Of(property),
        DefaultValue = DefaultLiterals.Of(property),
        DeprecationReason = FieldReflector.Deprecation(property),
        MemberName = property.Name,
        Reader = ids.Reader(property),
    };

    private static Func<IReadOnlyDictionary<string, object?>, object> Factory(
        Type type, ConstructorInfo? constructor, ParameterInfo[] parameters, PropertyInfo[] properties, ArgumentConfiguration[] fields)
    {
        var construct = CompileConstructor(type, constructor, parameters);
        return values =>
        {
            var arguments = new object?[parameters.Length];
            for (var i = 0; i < parameters.Length; i++)
            {
                arguments[i] = values.TryGetValue(fields[i].Name, out var value)
                    ? InputConversion.To(parameters[i].ParameterType, value)
                    : DefaultOf(parameters[i]);
            }

            var instance = construct(arguments);
            for (var i = 0; i < properties.Length; i++)
            {
                if (values.TryGetValue(fields[parameters.Length + i].Name, out var value))
                {
                    properties[i].SetValue(instance, InputConversion.To(properties[i].PropertyType, value));
                }
            }

            return instance;
        };
    }

    private static object? DefaultOf(ParameterInfo parameter) =>
        parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null
            ? Activator.CreateInstance(parameter.ParameterType)
            : null;

    private static Func<object?[], object> CompileConstructor(Type type, ConstructorInfo? constructor, ParameterInfo[] parameters)
    {
        var values = Expression.Parameter(typeof(object[]));
        Expression create = constructor is null
            ? Expression.New(type)
            : Expression.New(constructor, parameters.Select((p, i) =>
                Expression.Convert(Expression.ArrayIndex(values, Expression.Constant(i)), p.ParameterType)));
        return Expression.Lambda<Func<object?[], object>>(Expression.Convert(create, typeof(object)), values).Compile();
    }
}
