using System.Globalization;

namespace PersonalDataHub.Hub.FaultTests.Setting;

/// <summary>The invented people of an experiment. All that is told of them carries one marker, found wherever it leaks.</summary>
/// <param name="Count">How many.</param>
/// <param name="Marker">In every name and address, in old and new ones; nowhere else.</param>
internal sealed record People(int Count, string Marker)
{
    /// <summary>The first customer number.</summary>
    public const int First = 10001;

    /// <summary>People with a marker that no earlier experiment had.</summary>
    public static People Of(int count, int seed) => new(count, $"Kanaria{seed.ToString(CultureInfo.InvariantCulture)}x{Guid.NewGuid():N}"[..20]);

    /// <summary>The customer number of the n-th, from 0.</summary>
    public static string NumberOf(int person) => (First + person).ToString(CultureInfo.InvariantCulture);

    /// <summary>What the name is corrected to.</summary>
    public string NewNameOf(string number, int correction = 1) => string.Create(CultureInfo.InvariantCulture, $"{Marker} Uusi {number} {correction}");
}
