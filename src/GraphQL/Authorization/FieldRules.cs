using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Authorization;

/// <summary>Gives every field its rules while a schema is built, and names those that have none.</summary>
internal sealed class FieldRules(ServerConfiguration configuration, IServiceProviderIsService? knownServices)
{
    private const string Cure = "A field without a rule keeps the schema from being built. Beside attributes, GraphQLServerBuilder.Authorize names classes that can "
        + "carry none, a type module sets Rule, and GraphQLOptions.RequireFieldRules = false does without rules.";

    /// <summary>The rule that a class, or a member of its own, carries; null for none.</summary>
    public static FieldRule? Of(MemberInfo member) =>
        member.GetCustomAttribute<AuthorizeAttribute>(true) is { } rule ? new FieldRule(rule.Policy, rule.Roles)
        : member.IsDefined(typeof(AllowAnonymousAttribute), true) ? FieldRule.AllowAnonymous
        : null;

    /// <summary>The rule of a member, or else its class's.</summary>
    public static FieldRule? Of(Type owner, MemberInfo member, List<string> mistakes)
    {
        // The attributes of ASP.NET Core have the same names and would be without effect.
        if (Attribute.GetCustomAttributes(member).Concat(Attribute.GetCustomAttributes(owner)).Any(a => a is IAuthorizeData or IAllowAnonymous))
        {
            mistakes.Add($"{owner.Name}.{member.Name}: [Authorize] and [AllowAnonymous] of ASP.NET Core are not read here. Use those of {typeof(FieldRules).Namespace}.");
        }

        return Of(member) ?? Of(owner);
    }

    /// <summary>The same types with the rules of their fields. What an interface demands holds for the fields that implement it too.</summary>
    public IReadOnlyList<TypeConfiguration> Apply(IReadOnlyList<TypeConfiguration> types, List<string> mistakes)
    {
        var demanded = types.OfType<InterfaceTypeConfiguration>()
            .SelectMany(type => type.Fields.Select(field => (Key: (type.Name, field.Name), Rule: Own(field, type.Rule, type.RuntimeType))))
            .ToLookup(entry => entry.Key, entry => entry.Rule);
        var bare = new List<string>();
        IReadOnlyList<TypeConfiguration> ruled = [.. types.Select(type => type switch
        {
            ObjectTypeConfiguration t => t with { Fields = [.. t.Fields.Select(f => Rule(t.Name, f, Own(f, t.Rule, t.RuntimeType), t.Interfaces))] },
            InterfaceTypeConfiguration t => t with { Fields = [.. t.Fields.Select(f => Rule(t.Name, f, Own(f, t.Rule, t.RuntimeType), t.Interfaces))] },
            _ => type,
        })];
        mistakes.AddRange(bare.Count == 0 ? [] : bare.Append(Cure));
        CheckRegistered(ruled, mistakes);
        return ruled;

        ObjectFieldConfiguration Rule(string type, ObjectFieldConfiguration field, FieldRule? own, IReadOnlyList<string> interfaces)
        {
            FieldRule[] rules = [.. interfaces.SelectMany(i => demanded[(i, field.Name)]).Prepend(own).Concat(field.Rules)
                .OfType<FieldRule>().Where(rule => !rule.DemandsNothing).Distinct()];
            if (own is null && rules.Length == 0 && configuration.Options.RequireFieldRules)
            {
                bare.Add($"{type}.{field.Name}" + (field.Origin is { } origin
                    ? $" ({origin}): no authorization rule. Put [Authorize] or [AllowAnonymous] on the member or its class."
                    : ": no authorization rule. Set Rule on the field or its type."));
            }

            return field with { Rules = rules };
        }
    }

    private FieldRule? Own(ObjectFieldConfiguration field, FieldRule? ofType, Type? runtimeType) =>
        field.Rule ?? (runtimeType is null ? null : configuration.Rules.GetValueOrDefault(runtimeType)) ?? ofType;

    private void CheckRegistered(IReadOnlyList<TypeConfiguration> types, List<string> mistakes)
    {
        var known = types.Select(type => (type as ObjectTypeConfiguration)?.RuntimeType ?? (type as InterfaceTypeConfiguration)?.RuntimeType).ToHashSet();
        mistakes.AddRange(configuration.Rules.Keys.Where(type => !known.Contains(type))
            .Select(type => $"GraphQLServerBuilder.Authorize names {type.Name}, which is no object or interface type of this schema."));
        var isHandlerNeeded = configuration.Options.IntrospectionPolicy is not null
            || types.SelectMany(type => (type as ObjectTypeConfiguration)?.Fields ?? []).Any(field => field.Rules.Count > 0);
        if (isHandlerNeeded && knownServices?.IsService(typeof(IAuthorizationHandler)) == false)
        {
            mistakes.Add("There are authorization rules and nobody who decides by them. Register an IAuthorizationHandler with AddAuthorizationHandler.");
        }
    }
}
