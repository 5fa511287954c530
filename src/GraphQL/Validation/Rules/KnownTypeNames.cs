using PersonalDataHub.GraphQL.Language;

namespace PersonalDataHub.GraphQL.Validation.Rules;

/// <summary>Every type that is named exists.</summary>
internal sealed class KnownTypeNames(ValidationContext context) : ValidationRule(context)
{
    public override void EnterNamedType(NamedTypeNode type)
    {
        if (Context.Schema.FindType(type.Name) is null)
        {
            Context.Report($"Unknown type \"{type.Name}\".{Suggestion.For(type.Name, Context, () => Context.Schema.Types.Keys)}", type.Location);
        }
    }
}
