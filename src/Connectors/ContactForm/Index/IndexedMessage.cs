using System.Globalization;

namespace PersonalDataHub.Connectors.ContactForm.Index;

/// <summary>What the index keeps of one file: digests and a moment, no personal data.</summary>
/// <param name="File">A keyed hash of the file's unique name.</param>
/// <param name="Key">What the hub knows the message by.</param>
/// <param name="At">When it was received, Unix seconds.</param>
/// <param name="Answerable">Whether it can be answered.</param>
/// <param name="Senders">Keyed hashes of the addresses that it was sent from or is to be answered to.</param>
internal sealed record IndexedMessage(UInt128 File, string Key, long At, bool Answerable, IReadOnlyList<UInt128> Senders)
{
    public string ToLine() => string.Create(
        CultureInfo.InvariantCulture, $"{File:x32} {Key} {At} {(Answerable ? 1 : 0)} {string.Join(',', Senders.Select(sender => $"{sender:x32}"))} .");

    /// <summary>The entry of a line; null when a crash cut it off.</summary>
    public static IndexedMessage? Parse(string line) =>
        line.Split(' ') is [{ Length: 32 } file, { Length: 32 } key, var seconds, var answerable, var senders, "."]
        && TryHash(file, out var hash)
        && long.TryParse(seconds, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var at)
            ? new(hash, key, at, answerable == "1", [.. senders.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(one => TryHash(one, out var sender) ? sender : default)])
            : null;

    private static bool TryHash(string text, out UInt128 hash) =>
        UInt128.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out hash);
}
