using PersonalDataHub.GraphQL.Language;

namespace PersonalDataHub.GraphQL.Validation.Rules;

/// <summary>An input object gives a field once.</summary>
internal sealed class UniqueInputFieldNames(ValidationContext context) : ValidationRule(context)
{
    public override void EnterObject(ObjectValueNode value) => ReportDuplicates(
        value.Fields,
        field => field.Name,
        field => field.Location,
        name => $"There can be only one input field named \"{name}\".");
}
