using PersonalDataHub.Hub.Registers.Yaml;

namespace PersonalDataHub.Hub.Registers;

/// <summary>Reads the section <c>requests</c> of a <c>register.yaml</c>.</summary>
internal static class RequestPolicyReader
{
    public static RequestPolicy Read(YamlSection file)
    {
        if (file.Section("requests") is not { } section)
        {
            return RequestPolicy.Default;
        }

        var approval = section.Section("approval");
        var policy = new RequestPolicy
        {
            ApproveRectification = ApprovalOf(approval, "rectification", ApprovalRule.None),
            ApproveRestriction = ApprovalOf(approval, "restriction", ApprovalRule.None),
            ApproveLift = ApprovalOf(approval, "lift", ApprovalRule.None),
            ApproveErasure = ApprovalOf(approval, "erasure", ApprovalRule.Required),
            EvesAreHolidays = section.Boolean("evesAreHolidays", false),
        };
        approval?.RefuseUnknown();
        section.RefuseUnknown();
        return policy;
    }

    private static ApprovalRule ApprovalOf(YamlSection? approval, string kind, ApprovalRule fallback)
    {
        switch (approval?.Text(kind))
        {
            case null:
                return fallback;
            case "required":
                return ApprovalRule.Required;
            case "four-eyes":
                return ApprovalRule.FourEyes;
            case "none":
                return ApprovalRule.None;
            default:
                approval.Mistakes.Add(approval.Find(kind)!, $"'{kind}' must be 'required', 'four-eyes' or 'none'.");
                return fallback;
        }
    }
}
