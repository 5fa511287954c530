using System.Linq.Expressions;
using System.Reflection;
using PersonalDataHub.GraphQL.Execution;

namespace PersonalDataHub.GraphQL.Types.Annotations;

/// <summary>Compiles properties of plain types into code that writes them without a box in between.</summary>
internal static class LeafWriterCompiler
{
    private static readonly Dictionary<Type, ScalarType[]> Scalars = new()
    {
        [typeof(string)] = [SpecifiedScalars.String, SpecifiedScalars.ID],
        [typeof(bool)] = [SpecifiedScalars.Boolean],
        [typeof(int)] = [SpecifiedScalars.Int],
        [typeof(double)] = [SpecifiedScalars.Float],
        [typeof(Guid)] = [SpecifiedScalars.ID],
        [typeof(long)] = [ExtendedScalars.Long],
        [typeof(decimal)] = [ExtendedScalars.Decimal],
        [typeof(DateOnly)] = [ExtendedScalars.Date],
        [typeof(DateTimeOffset)] = [ExtendedScalars.DateTime],
    };

    /// <summary>The writer of a property as a field of a type; null where the two do not simply fit.</summary>
    public static LeafWriter? TryCompile(PropertyInfo property, Type owner, GraphQLType type)
    {
        var core = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var json = Expression.Parameter(typeof(JsonBuffer));
        var parent = Expression.Parameter(typeof(object));
        var value = Expression.Variable(property.PropertyType);
        Expression plain = core == property.PropertyType ? value : Expression.Property(value, nameof(Nullable<int>.Value));
        if (Write(json, plain, core, type.NullableType) is not { } write)
        {
            return null;
        }

        Expression written = Expression.Block(write, Expression.Constant(true));
        if (core != property.PropertyType || !core.IsValueType)
        {
            written = Expression.Condition(
                Expression.NotEqual(value, Expression.Constant(null, property.PropertyType)), written, Expression.Constant(false));
        }

        var read = Expression.Assign(value, Expression.Property(Expression.Convert(parent, owner), property));
        return Expression.Lambda<LeafWriter>(Expression.Block([value], read, written), json, parent).Compile();
    }

    private static MethodCallExpression? Write(Expression json, Expression value, Type core, GraphQLType type)
    {
        if (type is EnumType @enum && @enum.RuntimeType == core)
        {
            var names = Activator.CreateInstance(typeof(EnumNames<>).MakeGenericType(core), @enum)!;
            return Expression.Call(Expression.Constant(names), nameof(EnumNames<DayOfWeek>.Write), null, json, value);
        }

        return type is ScalarType scalar && Scalars.TryGetValue(core, out var fitting) && fitting.Contains(scalar)
            ? Expression.Call(json, typeof(JsonBuffer).GetMethod(nameof(JsonBuffer.Write), [core])!, value)
            : null;
    }

    private sealed class EnumNames<T>(EnumType type)
        where T : struct, Enum
    {
        private readonly Dictionary<T, byte[]> names = type.Values.Where(v => v.Value is T).DistinctBy(v => v.Value)
            .ToDictionary(v => (T)v.Value, v => type.JsonOf(v.Value)!);

        public void Write(JsonBuffer json, T value) => json.WriteRaw(names.TryGetValue(value, out var name)
            ? name
            : throw new InvalidOperationException($"The value is none of {type.Name}."));
    }
}
