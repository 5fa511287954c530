using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace PersonalDataHub.Architecture.Tests.PublicApi;

/// <summary>Writes down everything that code outside an assembly can use of it, in the words of C#, one line each.</summary>
/// <remarks>What the compiler adds to records is left out: the word record stands for it.</remarks>
internal static class PublicApiListing
{
    private const BindingFlags Own =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(Head(type)).Append('\n');
            foreach (var line in Members(type).Order(StringComparer.Ordinal))
            {
                text.Append("    ").Append(line).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Head(Type type)
    {
        var parents = type.GetInterfaces().Except(type.BaseType?.GetInterfaces() ?? [])
            .Where(parent => !parent.Name.StartsWith("IEquatable", StringComparison.Ordinal)).Select(TypeText.Of).Order(StringComparer.Ordinal);
        if (type.BaseType is { } ancestor && ancestor != typeof(object) && ancestor != typeof(ValueType) && ancestor != typeof(Enum))
        {
            parents = parents.Prepend(TypeText.Of(ancestor)).Order(StringComparer.Ordinal);
        }

        var list = type.IsEnum ? "" : string.Join(", ", parents);
        return $"{Kind(type)} {type.Namespace}.{TypeText.Of(type)}{(list.Length == 0 ? "" : " : " + list)}";
    }

    private static string Kind(Type type) => type switch
    {
        { IsInterface: true } => "interface",
        { IsEnum: true } => "enum",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => IsRecord(type) ? "abstract record" : "abstract class",
        { IsSealed: true } => IsRecord(type) ? "sealed record" : "sealed class",
        _ => IsRecord(type) ? "record" : "class",
    };

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetNames(type).Select(name =>
                $"{Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture)} = {name}");
        }

        var record = IsRecord(type);
        var fields = type.GetFields(Own).Where(field => Visible(field.Attributes)).Select(Field);
        var properties = type.GetProperties(Own)
            .Where(property => property.GetAccessors(nonPublic: true).Any(Visible) && property.Name != "EqualityContract").Select(Property);
        var constructors = type.GetConstructors(Own)
            .Where(constructor => Visible(constructor) && !(record && IsCopy(constructor)))
            .Select(constructor => $"{Access(constructor)}new({Parameters(constructor)})");
        var methods = type.GetMethods(Own)
            .Where(method => Visible(method) && !IsAccessor(method) && !IsGenerated(method)).Select(Method);
        return fields.Concat(properties).Concat(constructors).Concat(methods);
    }

    private static string Field(FieldInfo field) => field.IsLiteral
        ? $"const {TypeText.Of(field)} {field.Name} = {Literal(field.GetRawConstantValue())}"
        : $"{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{TypeText.Of(field)} {field.Name}";

    private static string Property(PropertyInfo property)
    {
        var any = property.GetAccessors(nonPublic: true)[0];
        var required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        var setter = property.SetMethod is { } set && Visible(set)
            ? set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? " init;" : " set;"
            : "";
        return $"{Access(any)}{Modifiers(any)}{required}{TypeText.Of(property)} {property.Name} {{ get;{setter} }}";
    }

    private static string Method(MethodInfo method)
    {
        var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(TypeText.Of))}>" : "";
        return $"{Access(method)}{Modifiers(method)}{TypeText.Of(method.ReturnParameter)} {method.Name}{generic}({Parameters(method)})";
    }

    private static string Modifiers(MethodBase method) => method switch
    {
        { IsStatic: true } => "static ",
        { DeclaringType.IsInterface: true } => "",
        { IsAbstract: true } => "abstract ",
        MethodInfo info when info.GetBaseDefinition() != info => info.IsFinal ? "sealed override " : "override ",
        { IsVirtual: true, IsFinal: false } => "virtual ",
        _ => "",
    };

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        $"{(IsParams(parameter) ? "params " : "")}{TypeText.Of(parameter)} {parameter.Name}{(parameter.HasDefaultValue ? $" = {Literal(parameter.RawDefaultValue)}" : "")}"));

    private static bool IsParams(ParameterInfo parameter) =>
        parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute));

    private static string Literal(object? value) => value switch
    {
        null => "default",
        string text => $"\"{text}\"",
        bool truth => truth ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Access(MethodBase method) => method.IsPublic ? "" : "protected ";

    private static bool Visible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool Visible(FieldAttributes attributes) =>
        (attributes & FieldAttributes.FieldAccessMask) is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem;

    private static bool IsCopy(ConstructorInfo constructor) =>
        constructor.GetParameters() is [var single] && single.ParameterType == constructor.DeclaringType;

    private static bool IsAccessor(MethodInfo method) =>
        method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static bool IsGenerated(MethodInfo method) => method.IsDefined(typeof(CompilerGeneratedAttribute));
}
