using PersonalDataHub.Hub.Registers.Yaml;

namespace PersonalDataHub.Hub.Registers.Policy.Reading;

/// <summary>How rights are used, who works with the data, and what holds for web, profiling and marketing.</summary>
internal static class RightsParts
{
    public static PolicyPack Read(YamlSection file, KnownIds known, PolicyPack pack) => pack with
    {
        Formalities = file.Each("formalities", one => FormalityOf(one, known), formality => formality.Right.ToString()),
        Staff = Staff(file, known),
        Protection = file.Each(
            "protection",
            one => new ProtectionMeasure(one.RequiredId("id"), one.RequiredText("medium"), one.RequiredLocalText("name"), known.StatementsOf(one)),
            measure => measure.Id),
        Web = Web(file, known),
        Profiling = Profiling(file, known),
        Marketing = Marketing(file, known),
    };

    private static Formality FormalityOf(YamlSection one, KnownIds known) => new(one.RequiredChoice<RegistrantRight>("right"))
    {
        Channels = one.Words("channels"),
        Written = one.Boolean("written", false),
        Signed = one.Boolean("signed", false),
        Languages = one.Words("languages"),
        Addressee = one.Choice("addressee", ContactRole.ContactPerson),
        Clarification = one.Boolean("clarification", false),
        IdentityCheck = one.Choice("identityCheck", IdentityCheck.OnDoubt),
        SelfServiceFirst = one.Boolean("selfServiceFirst", false),
        Within = one.Period("within"),
        NotifyParties = one.Boolean("notifyParties", false),
        Statements = known.StatementsOf(one),
    };

    private static StaffConditions Staff(YamlSection file, KnownIds known)
    {
        if (file.Section("staff") is not { } section)
        {
            return new();
        }

        var staff = new StaffConditions
        {
            PersonalAccount = section.Boolean("personalAccount", false),
            Undertaking = section.Boolean("undertaking", false),
            Training = section.Boolean("training", false),
            Employer = section.Boolean("employer", false),
            GrantProcess = section.Boolean("grantProcess", false),
            Kinds = section.Words("kinds"),
            Statements = known.StatementsOf(section),
        };
        section.RefuseUnknown();
        return staff;
    }

    private static WebRules Web(YamlSection file, KnownIds known)
    {
        if (file.Section("web") is not { } section)
        {
            return new();
        }

        var web = new WebRules
        {
            Declared = true,
            AggregateOnly = known.SourcesOf(section, "aggregateOnly"),
            Join = section.Choice("join", WebJoin.Never),
            JoinReasons = section.Words("joinReasons"),
            MayVanish = section.Boolean("mayVanish", false),
            CookieText = section.LocalText("cookieText"),
            BlockingText = section.LocalText("blockingText"),
            Statements = known.StatementsOf(section),
        };
        section.RefuseUnknown();
        return web;
    }

    private static ProfilingRules Profiling(YamlSection file, KnownIds known)
    {
        if (file.Section("profiling") is not { } section)
        {
            return ProfilingRules.Undeclared;
        }

        var profiling = new ProfilingRules
        {
            Declared = section.Boolean("declared", false),
            Purposes = known.PurposesOf(section),
            Identifier = section.Text("identifier"),
            Comparison = section.Boolean("comparison", false),
            Statements = known.StatementsOf(section),
        };
        section.RefuseUnknown();
        return profiling;
    }

    private static MarketingRules Marketing(YamlSection file, KnownIds known)
    {
        if (file.Section("marketing") is not { } section)
        {
            return new();
        }

        var marketing = new MarketingRules
        {
            Channels = section.Each(
                "channels",
                one => new MarketingChannel(one.RequiredId("id"), one.RequiredLocalText("name"), one.RequiredChoice<MarketingRegime>("regime")),
                channel => channel.Id),
            Purposes = known.PurposesOf(section),
            ServiceMessages = section.Reference("serviceMessages", "purpose", known.Purposes),
            Publication = section.Reference("publication", "purpose", known.Purposes),
            Intake = section.Words("intake"),
            Statements = known.StatementsOf(section),
        };
        section.RefuseUnknown();
        return marketing;
    }
}
