using System.Text.Json;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registers.Notices.Drafting;

/// <summary>The words of a policy pack for what a notice was found to say.</summary>
internal static class PackWords
{
    public static string Kebab<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    public static string NameOf(BasisKind kind) => kind switch
    {
        BasisKind.Consent => "{ fi: Suostumus, en: Consent }",
        BasisKind.Contract => "{ fi: Sopimus, en: Contract }",
        BasisKind.LegalObligation => "{ fi: Lakisääteinen velvoite, en: Legal obligation }",
        BasisKind.VitalInterests => "{ fi: Elintärkeä etu, en: Vital interests }",
        BasisKind.PublicTask => "{ fi: Yleistä etua koskeva tehtävä, en: Public task }",
        _ => "{ fi: Oikeutettu etu, en: Legitimate interest }",
    };

    public static NoticeHeading HeadingOf(RegistrantRight right) => right switch
    {
        RegistrantRight.Access => NoticeHeading.Access,
        RegistrantRight.Rectification => NoticeHeading.Rectification,
        RegistrantRight.Erasure => NoticeHeading.Erasure,
        RegistrantRight.Restriction => NoticeHeading.Restriction,
        RegistrantRight.Portability => NoticeHeading.Portability,
        RegistrantRight.Objection => NoticeHeading.Objection,
        RegistrantRight.Withdrawal => NoticeHeading.Withdrawal,
        _ => NoticeHeading.Complaint,
    };

    /// <summary>The article that asks for what stands under a heading.</summary>
    public static string ArticleOf(NoticeHeading heading) => heading switch
    {
        NoticeHeading.Controller => "GDPR Art. 13(1)(a)",
        NoticeHeading.Contact => "GDPR Art. 13(1)(b)",
        NoticeHeading.Purposes => "GDPR Art. 13(1)(c)",
        NoticeHeading.LegitimateInterest => "GDPR Art. 13(1)(d)",
        NoticeHeading.Provision => "GDPR Art. 13(2)(e)",
        NoticeHeading.DataContents => "GDPR Art. 14(1)(d)",
        NoticeHeading.Sources => "GDPR Art. 14(2)(f)",
        NoticeHeading.Recipients => "GDPR Art. 13(1)(e)",
        NoticeHeading.Transfers => "GDPR Art. 13(1)(f)",
        NoticeHeading.Retention => "GDPR Art. 13(2)(a)",
        NoticeHeading.Protection => "GDPR Art. 32",
        NoticeHeading.Consent or NoticeHeading.Withdrawal => "GDPR Art. 7(3)",
        NoticeHeading.Profiling => "GDPR Art. 22",
        NoticeHeading.Access => "GDPR Art. 15",
        NoticeHeading.Rectification => "GDPR Art. 16",
        NoticeHeading.Erasure => "GDPR Art. 17",
        NoticeHeading.Restriction => "GDPR Art. 18",
        NoticeHeading.Portability => "GDPR Art. 20",
        NoticeHeading.Objection => "GDPR Art. 21",
        NoticeHeading.Complaint => "GDPR Art. 77",
        NoticeHeading.Cookies => "Act 917/2014 s. 205",
        NoticeHeading.Requests => "GDPR Art. 12",
        _ => "GDPR Art. 30(1)",
    };
}
