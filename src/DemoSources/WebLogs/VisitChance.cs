using System.Globalization;
using PersonalDataHub.DemoSources.People;

namespace PersonalDataHub.DemoSources.WebLogs;

/// <summary>The visits an ordinary customer happens to make to the web site.</summary>
/// <param name="seed">What chance starts from.</param>
/// <param name="now">The latest time that anything can have.</param>
/// <param name="paths">The site's pages.</param>
internal sealed class VisitChance(int seed, DateTimeOffset now, IReadOnlyList<string> paths)
{
    /// <summary>How far back the web server keeps its logs, in days.</summary>
    public const int Kept = 80;

    private static readonly string[] Browsers =
    [
        "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1",
    ];

    public DemoVisitor? Make(Who who)
    {
        var dice = new SeededDice(seed, who.Number, DiceAspect.Visits);
        if (who.Plain || !dice.Percent(40))
        {
            return null;
        }

        var pages = new List<PageView>();
        for (var visits = dice.Between(1, 3); visits > 0; visits--)
        {
            pages.AddRange(Visit(now.AddMinutes(-dice.Between(120, Kept * 24 * 60)), dice, paths));
        }

        var linked = dice.Percent(60);
        return new DemoVisitor(
            dice.Next().ToString("x16", CultureInfo.InvariantCulture) + dice.Next().ToString("x16", CultureInfo.InvariantCulture),
            Address(dice), dice.Pick(Browsers), pages,
            linked ? LocalTime.Seconds(now.AddMinutes(-dice.Between(60, 90 * 24 * 60))) : null,
            linked && dice.Percent(10));
    }

    /// <summary>A few page views, one after another.</summary>
    public static IEnumerable<PageView> Visit(DateTimeOffset start, SeededDice dice, IReadOnlyList<string> paths)
    {
        var at = LocalTime.Seconds(start);
        string? referer = null;
        for (var views = dice.Between(1, 4); views > 0; views--)
        {
            var path = dice.Pick(paths);
            yield return new PageView(at, path, dice.Between(900, 60_000), referer);
            referer = "https://www.example.net" + path;
            at = at.AddSeconds(dice.Between(4, 20));
        }
    }

    /// <summary>An address of the ranges that RFC 5737 and RFC 3849 set aside for documentation.</summary>
    public static string Address(SeededDice dice) => dice.Below(4) switch
    {
        0 => $"192.0.2.{dice.Between(1, 254)}",
        1 => $"198.51.100.{dice.Between(1, 254)}",
        2 => $"203.0.113.{dice.Between(1, 254)}",
        _ => string.Create(
            CultureInfo.InvariantCulture, $"2001:db8:{dice.Between(1, 0xffff):x}:{dice.Between(1, 0xffff):x}::{dice.Between(1, 0xffff):x}"),
    };
}
