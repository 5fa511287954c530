namespace PersonalDataHub.Hub.Requests;

/// <summary>The codes of <see cref="RequestMistake"/>.</summary>
public static class RequestMistakes
{
    public const string UnknownRegister = "UNKNOWN_REGISTER";
    public const string UnknownPurpose = "UNKNOWN_PURPOSE";
    public const string Forbidden = "FORBIDDEN";
    public const string UnknownRegistrant = "UNKNOWN_REGISTRANT";
    public const string StillPlanning = "STILL_PLANNING";
    public const string NotIdentified = "NOT_IDENTIFIED";
    public const string DuplicateRegistrant = "DUPLICATE_REGISTRANT";
    public const string UnknownRequest = "UNKNOWN_REQUEST";
    public const string UnknownTask = "UNKNOWN_TASK";
    public const string KeyReused = "REQUEST_KEY_REUSED";
    public const string StaleTag = "STALE_TAG";
    public const string NotCorrectable = "NOT_CORRECTABLE";
    public const string WrongKind = "WRONG_VALUE_KIND";
    public const string UnknownScope = "UNKNOWN_SCOPE";
    public const string NothingHeld = "NOTHING_HELD";
    public const string AlreadyErased = "ALREADY_ERASED";
    public const string PlanChanged = "PLAN_CHANGED";
    public const string Undecided = "UNDECIDED";
    public const string NotAwaitingApproval = "NOT_AWAITING_APPROVAL";
    public const string FourEyes = "FOUR_EYES";
    public const string NotWaitingForPerson = "NOT_WAITING_FOR_PERSON";
    public const string SourceDisagrees = "SOURCE_DISAGREES";
    public const string ToldBeforeLift = "TOLD_AT_MISSING";
    public const string Ended = "REQUEST_ENDED";
    public const string InTheWay = "REQUEST_IN_THE_WAY";
    public const string TooLate = "TOO_LATE";
    public const string Malformed = "MALFORMED";
}
