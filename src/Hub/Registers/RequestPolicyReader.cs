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
            ApproveRectification = IsRequired(approval, "rectification", fallback: false),
            ApproveRestriction = IsRequired(approval, "restriction", fallback: false),
            ApproveLift = IsRequired(approval, "lift", fallback: false),
            ApproveErasure = IsRequired(approval, "erasure", fallback: true),
            EvesAreHolidays = section.Boolean("evesAreHolidays", false),
        };
        approval?.RefuseUnknown();
        section.RefuseUnknown();
        return policy;
    }

    private static bool IsRequired(YamlSection? approval, string kind, bool fallback)
    {
        switch (approval?.Text(kind))
        {
            case null:
                return fallback;
            case "required":
                return true;
            case "none":
                return false;
            default:
                approval.Mistakes.Add(approval.Find(kind)!, $"'{kind}' must be 'required' or 'none'.");
                return fallback;
        }
    }
}
