namespace PersonalDataHub.Hub.Disclosures;

/// <summary>The codes of <see cref="DisclosureMistake"/>.</summary>
public static class DisclosureMistakes
{
    public const string UnknownRecipient = "UNKNOWN_RECIPIENT";
    public const string UnknownPurpose = "UNKNOWN_PURPOSE";
    public const string UnknownField = "UNKNOWN_FIELD";
    public const string NothingNamed = "NOTHING_NAMED";
    public const string GroundMissing = "GROUND_MISSING";
    public const string NotAGround = "NOT_A_GROUND";
    public const string ConsentNotGiven = "CONSENT_NOT_GIVEN";
    public const string Forbidden = "FORBIDDEN_BY_PERSON";
    public const string Restricted = "RESTRICTED";
    public const string OutsideSubset = "OUTSIDE_SUBSET";
    public const string NoSubset = "NO_SUBSET";
    public const string PurposeMissing = "PURPOSE_NOT_THE_RECIPIENTS";
    public const string InterfaceMissing = "INTERFACE_MISSING";
    public const string AgreementMissing = "AGREEMENT_MISSING";
    public const string TaskMissing = "TASK_MISSING";
    public const string SegmentsOnly = "SEGMENTS_ONLY";
    public const string SegmentTooSmall = "SEGMENT_TOO_SMALL";
    public const string SegmentIdentifies = "SEGMENT_IDENTIFIES";
    public const string Transfer = "TRANSFER_FORBIDDEN";
    public const string RequesterMissing = "REQUESTER_MISSING";
    public const string LegalGroundMissing = "LEGAL_GROUND_MISSING";
    public const string SuccessorMissing = "SUCCESSOR_MISSING";
    public const string PurposeWithoutBasis = "PURPOSE_WITHOUT_BASIS";
    public const string LawNotInForce = "LAW_NOT_IN_FORCE";
    public const string ByLawOnly = "BY_LAW_ONLY";
    public const string PurposeOff = "PURPOSE_OFF";
    public const string Malformed = "MALFORMED";
}
