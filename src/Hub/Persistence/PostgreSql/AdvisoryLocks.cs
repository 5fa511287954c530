namespace PersonalDataHub.Hub.Persistence.PostgreSql;

/// <summary>What nodes over one database exclude each other by; hubs in schemas of their own do not.</summary>
internal static class AdvisoryLocks
{
    /// <summary>Held by the batch that writes, until its transaction ends.</summary>
    public const string Writing = "1346914305, hashtext(coalesce(current_schema(), ''))";

    /// <summary>Held by the node that does a piece of work, whose name is the parameter.</summary>
    public const string Work = "1346914307, hashtext(coalesce(current_schema(), '') || '/' || $1)";

    /// <summary>Held by the node that prepares the database, until its connection ends.</summary>
    public const string Preparing = "1346914306, hashtext(coalesce(current_schema(), ''))";
}
