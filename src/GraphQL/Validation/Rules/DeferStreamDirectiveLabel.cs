using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Validation.Rules;

/// <summary>Labels of <c>@defer</c> are written out, and each is used once.</summary>
internal sealed class DeferStreamDirectiveLabel(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<string, DirectiveNode> _known = [];

    public override void EnterDirective(DirectiveNode directive, DirectiveDefinition? definition, DirectiveLocation location)
    {
        if (directive.Name is not ("defer" or "stream")
            || directive.Arguments.FirstOrDefault(argument => argument.Name == "label")?.Value is not { } label || label is NullValueNode)
        {
            return;
        }

        if (label is not StringValueNode text)
        {
            Context.Report($"Argument \"@{directive.Name}(label:)\" must be a static string.", directive.Location);
        }
        else if (!_known.TryAdd(text.Value, directive))
        {
            Context.Report(
                "Value for arguments \"defer(label:)\" and \"stream(label:)\" must be unique across all Defer/Stream directive usages.",
                _known[text.Value].Location,
                directive.Location);
        }
    }
}
