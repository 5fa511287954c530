namespace PersonalDataHub.DemoSources.Wellbeing;

/// <summary>The well-being company's people who are there for a reason, with the customer numbers they always have.</summary>
public static class WellbeingCases
{
    /// <summary>In every source, with everything a source can hold; also the telecom operator's customer 10001.</summary>
    public const string InTwoRegisters = "20001";

    /// <summary>Last dealt with five years ago, in every source.</summary>
    public const string LongGone = "20002";

    /// <summary>Last visited five years ago, but called last month.</summary>
    public const string CalledLately = "20003";

    /// <summary>One invoice is unpaid.</summary>
    public const string OpenInvoice = "20004";

    /// <summary>Named <see cref="NextOfKin"/> as next of kin.</summary>
    public const string NamesNextOfKin = "20005";

    /// <summary>Is <see cref="NamesNextOfKin"/>'s next of kin, and a customer too.</summary>
    public const string NextOfKin = "20006";

    /// <summary>Forbids profiling.</summary>
    public const string NoProfiling = "20007";

    /// <summary>Forbids all marketing.</summary>
    public const string NoMarketing = "20008";

    /// <summary>The insurance company holds another address.</summary>
    public const string InsuredElsewhere = "20009";

    /// <summary>The company does not know since when it holds the data.</summary>
    public const string WithoutDates = "20010";

    /// <summary>The identity code of <see cref="InTwoRegisters"/>, in both registers.</summary>
    public const string CodeInTwoRegisters = "010180-9004";

    /// <summary>Every case with what is awkward about it, by customer number.</summary>
    public static IReadOnlyList<AwkwardCase> All { get; } =
    [
        new(InTwoRegisters, "Is in every source, and a customer of the telecom operator too, whose register must not know of it."),
        new(LongGone, "Was last dealt with five years ago, in whatever source one looks."),
        new(CalledLately, "Last used a service five years ago, but called last month: the relationship goes on."),
        new(OpenInvoice, "Has an unpaid invoice, which stands against erasing."),
        new(NamesNextOfKin, "Named 20006 as next of kin: data of somebody else."),
        new(NextOfKin, "Is 20005's next of kin and a customer too."),
        new(NoProfiling, "Forbids profiling, and that data is combined through the profile's identifier."),
        new(NoMarketing, "Forbids marketing by every channel."),
        new(InsuredElsewhere, "Has one address in the CRM and another with the insurance company."),
        new(WithoutDates, "Is held since nobody knows when: values without a date of storing."),
    ];
}
