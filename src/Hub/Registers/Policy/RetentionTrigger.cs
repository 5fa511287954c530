namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>From what a retention period runs.</summary>
public enum RetentionTrigger
{
    /// <summary>The end of the relationship, computed over all sources.</summary>
    RelationshipEnd,

    /// <summary>A date field of the record itself.</summary>
    RecordDate,

    /// <summary>The end of the financial year in which a date field of the record lies.</summary>
    FinancialYearEnd,

    /// <summary>The end of the last basis of the purposes the data is held for.</summary>
    BasisEnd,

    /// <summary>The later of due date and recording (traffic data used for billing, Act 917/2014 s. 139).</summary>
    DueOrRecorded,

    /// <summary>The moment the source stored the record.</summary>
    StoredAt,
}
