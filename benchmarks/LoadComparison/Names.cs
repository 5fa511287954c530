namespace PersonalDataHub.LoadComparison;

/// <summary>What the tables call the contenders.</summary>
internal static class Names
{
    /// <summary>The anchor: the view written by hand.</summary>
    public const string Hand = "hand";

    /// <summary>The floor: the sources' bytes put together unread.</summary>
    public const string Raw = "raw";

    /// <summary>The GraphQL library.</summary>
    public const string Engine = "engine";

    /// <summary>One source, asked without anybody between.</summary>
    public const string Source = "one source alone";

    public const string Mercurius = "@mercuriusjs/gateway";

    public const string Hive = "@graphql-hive/gateway-runtime";
}
