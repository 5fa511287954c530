using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.GraphQL.Http;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Disclosures;
using PersonalDataHub.Hub.Drift;
using PersonalDataHub.Hub.Marketing;
using PersonalDataHub.Hub.Profiling;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Law;
using PersonalDataHub.Hub.Registers.Policy;
using PersonalDataHub.Hub.Registers.Retention;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Blockers;
using PersonalDataHub.Hub.Registrants.Identities;
using PersonalDataHub.Hub.Registrants.Passports;
using PersonalDataHub.Hub.Registrants.Restrictions;
using PersonalDataHub.Hub.Requests;
using PersonalDataHub.Hub.Requests.Bulk;
using PersonalDataHub.Hub.Requests.Deadlines;
using PersonalDataHub.Hub.Requests.Fulfillment;
using PersonalDataHub.Hub.Requests.Planning;
using PersonalDataHub.Hub.Retention.Explaining;
using PersonalDataHub.Hub.Retention.HandOvers;
using PersonalDataHub.Hub.Retention.Holds;
using PersonalDataHub.Hub.Retention.Sweeps;

namespace PersonalDataHub.Hub.GraphQL;

/// <summary>Gives the rooms' own records their policies; they know nothing of the schema that shows them.</summary>
internal static class PolicyRegistration
{
    public static GraphQLServerBuilder AddPolicies(this GraphQLServerBuilder builder) => builder
        .ModifyOptions(options => options.IntrospectionPolicy = Policies.Introspect)
        .Authorize(Policies.Caller, typeof(LocalText), typeof(SourceFailure), typeof(SourceOperator), typeof(SourceKeeper), typeof(ExternalControl))
        .Authorize(Policies.Caller, typeof(DriftEntry), typeof(DriftChange), typeof(CategoryContents))
        .Authorize(Policies.Caller, typeof(SourceStatistics), typeof(StatisticsRow), typeof(WebNotice))
        .Authorize(
            Policies.Caller,
            typeof(Controller),
            typeof(DataCategory),
            typeof(Purpose),
            typeof(Contact),
            typeof(NoticeVersion),
            typeof(LegalAct),
            typeof(Statement),
            typeof(StatementCopy),
            typeof(CopyDifference),
            typeof(LegalBasis),
            typeof(CategoryBlock),
            typeof(OriginClass),
            typeof(DisclosureGround),
            typeof(SharingConditions),
            typeof(Recipient),
            typeof(Hub.Registers.Policy.Agreement),
            typeof(IdentityCodeRule),
            typeof(ProvisionRule),
            typeof(TransferRule),
            typeof(Period),
            typeof(RelationshipRule),
            typeof(RetentionRule),
            typeof(BlockerRule),
            typeof(Formality),
            typeof(StaffConditions),
            typeof(ProtectionMeasure),
            typeof(WebRules),
            typeof(ProfilingRules),
            typeof(MarketingRules),
            typeof(MarketingChannel),
            typeof(PolicyExplanation))
        .Authorize(
            Policies.Person,
            typeof(RegistrantSearch),
            typeof(Registrant),
            typeof(Profile),
            typeof(UnifiedText),
            typeof(HeldText),
            typeof(PersonalField),
            typeof(Passport),
            typeof(PassportPolicy),
            typeof(PassportCategory),
            typeof(PassportUse),
            typeof(PassportBasis),
            typeof(PassportOrigin),
            typeof(PassportProvision),
            typeof(PassportIdentityCode),
            typeof(PassportRecipient),
            typeof(PassportRetentionRule),
            typeof(PassportBlockerRule),
            typeof(PassportKeeping),
            typeof(PassportCorrection),
            typeof(PassportPortability),
            typeof(PassportStatement),
            typeof(Withheld),
            typeof(KnownIdentity),
            typeof(KnownSeparation),
            typeof(Candidate),
            typeof(SourceReading))
        .Authorize(
            Policies.Person,
            typeof(DataSubjectRequest),
            typeof(Representative),
            typeof(RequestDeadline),
            typeof(DeadlinePeriod),
            typeof(DeadlineStep),
            typeof(Plan),
            typeof(ErasureBlocker),
            typeof(ErasureResidue),
            typeof(PlanItem),
            typeof(UndecidedCandidate),
            typeof(SourceNotReached),
            typeof(SourceNotAsked),
            typeof(SourceWaiting),
            typeof(FulfillmentTask),
            typeof(TaskItem),
            typeof(DeadLetter),
            typeof(TaskEvent),
            typeof(Restriction),
            typeof(WithdrawnRequest))
        .Authorize(
            Policies.Person,
            typeof(BulkErasure),
            typeof(BulkPlan),
            typeof(RequestCount),
            typeof(TaskCount),
            typeof(SkippedRegistrant))
        .Authorize(
            Policies.Person,
            typeof(RetentionExplanation),
            typeof(RelationshipStanding),
            typeof(ExplainedField),
            typeof(RetentionEnd),
            typeof(RetentionStep),
            typeof(PurposeEnd),
            typeof(LegalHold),
            typeof(HandOver),
            typeof(RetentionSweep),
            typeof(SweepLine),
            typeof(DueRegistrant),
            typeof(RetentionFinding))
        .Authorize(Policies.Person, typeof(Disclosure), typeof(DisclosureReceipt), typeof(ContactAnswer), typeof(Permission), typeof(PermissionEvent))
        .Authorize(Policies.Person, typeof(KeptPermission), typeof(PermissionPropagation), typeof(AddressLabelPage), typeof(AddressLabel), typeof(LeftOut))
        .Authorize(Policies.Person, typeof(ProfileComparison), typeof(ProfileMeasure), typeof(RecordingRedaction))
        .Authorize(Policies.Person, typeof(LinkForbiddenException), typeof(RegistrantQueryException));
}
