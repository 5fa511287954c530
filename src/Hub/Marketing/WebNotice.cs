using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers;

namespace PersonalDataHub.Hub.Marketing;

/// <summary>What is told of web data in letters and in the outcome of an objection against its use.</summary>
/// <param name="Cookies">What cookies are; null where none are used.</param>
/// <param name="Blocking">What blocking them does to the service; null where nothing is said.</param>
/// <param name="Controls">What the person can set outside the controller.</param>
/// <param name="Statements">Ids of the statements of the register's notice behind it.</param>
public sealed record WebNotice(string? Cookies, string? Blocking, IReadOnlyList<ExternalControl> Controls, IReadOnlyList<string> Statements)
{
    /// <summary>The notice of a register in a language.</summary>
    public static WebNotice Of(Register register, IEnumerable<Source> sources, string language)
    {
        var web = register.Pack.Web;
        return new(
            web.CookieText?.In(language),
            web.BlockingText?.In(language),
            [.. sources.SelectMany(source => source.Stewardship.ExternalControls).Distinct()],
            web.Statements);
    }

    /// <summary>Whether a purpose uses web data of persons.</summary>
    internal static bool Concerns(Purpose purpose, IEnumerable<Source> sources) => purpose.Categories is not null && sources
        .SelectMany(source => source.Descriptor?.RecordTypes ?? [])
        .Where(type => type.Fields.Any(field => field.IdentityKind == IdentityKinds.VisitorId))
        .Any(type => purpose.Allows(type.Category));
}
