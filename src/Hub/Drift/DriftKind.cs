namespace PersonalDataHub.Hub.Drift;

/// <summary>In what a register's notice and what its sources really hold and do have drifted apart.</summary>
public enum DriftKind
{
    /// <summary>A source holds data of a category that the register's policy does not name.</summary>
    UndeclaredCategory,

    /// <summary>A category is in the policy, but not in the notice: what sources hold of it waits to be written there.</summary>
    UnfilledCategory,

    /// <summary>The notice names a category that no source holds.</summary>
    CategoryNotHeld,

    /// <summary>A purpose rests on no legal basis (GDPR Art. 6(1)).</summary>
    PurposeWithoutBasis,

    /// <summary>A legal basis that no purpose rests on.</summary>
    BasisWithoutPurpose,

    /// <summary>A source holds identity codes, and the register names no ground for them (Data Protection Act 1050/2018 s. 29).</summary>
    IdentityCodeWithoutGround,

    /// <summary>The register names a ground for identity codes that no source holds.</summary>
    IdentityCodeNotHeld,

    /// <summary>A source lies in a country where the notice lets no data go (GDPR Art. 44).</summary>
    TransferNotAllowed,

    /// <summary>
    /// A source lies inside the EU and the EEA and whoever runs it keeps data outside by the policy, or the other way round: one
    /// of the two tells people of no transfer (GDPR Art. 13(1)(f)).
    /// </summary>
    OperatorElsewhere,

    /// <summary>The notice says that data is transferred, but nobody outside the EU and the EEA gets any.</summary>
    TransferNotMade,

    /// <summary>A source is run by somebody whom the notice does not name as a recipient (GDPR Art. 13(1)(e)).</summary>
    OperatorNotNamed,

    /// <summary>A processor without an agreement (GDPR Art. 28(3)).</summary>
    AgreementMissing,

    /// <summary>A source and the policy name different agreements with the same recipient.</summary>
    AgreementDiffers,

    /// <summary>An outsider gets data, but the policy does not say which.</summary>
    RecipientWithoutFields,

    /// <summary>The notice promises a retention that no rule carries out (GDPR Art. 13(2)(a)).</summary>
    RetentionWithoutRule,

    /// <summary>A retention rule that the notice does not tell and no law demands.</summary>
    RetentionNotTold,

    /// <summary>A retention rule that never applies: what it runs from no source tells.</summary>
    RetentionRuleIdle,

    /// <summary>A source holds records that no retention rule covers.</summary>
    DataWithoutRetention,

    /// <summary>The notice promises a right that no source is able to fulfil.</summary>
    RightWithoutAbility,

    /// <summary>Sources can fulfil a right that the notice does not tell of (GDPR Art. 13(2)(b)).</summary>
    RightNotTold,

    /// <summary>A rule asks for a fact that no source delivers.</summary>
    FactNotDelivered,

    /// <summary>A source delivers a fact that no rule asks for.</summary>
    FactNotUsed,

    /// <summary>A rule names a record type or field that no source has.</summary>
    UnknownField,

    /// <summary>A source holds records of whose origin the notice says nothing (GDPR Art. 14(2)(f)).</summary>
    DataWithoutOrigin,

    /// <summary>Nothing is known of what a source holds, so it cannot be compared.</summary>
    SourceNotKnown,
}
