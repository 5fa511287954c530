namespace PersonalDataHub.Hub.Profiling;

/// <summary>The codes with which profiling is refused.</summary>
public static class ProfilingRefusals
{
    /// <summary>The register's notice does not declare profiling.</summary>
    public const string NotDeclared = "PROFILING_NOT_DECLARED";

    /// <summary>The purpose is none of those that a profile may be used for.</summary>
    public const string BeyondPurpose = "PROFILE_BEYOND_PURPOSE";

    /// <summary>The register's notice does not provide for comparing profiles.</summary>
    public const string ComparisonNotDeclared = "COMPARISON_NOT_DECLARED";

    /// <summary>The person has forbidden it.</summary>
    public const string Objected = "OBJECTED";

    /// <summary>The purpose rests on consent alone, and the person has withdrawn it.</summary>
    public const string ConsentWithdrawn = "CONSENT_WITHDRAWN";
}
