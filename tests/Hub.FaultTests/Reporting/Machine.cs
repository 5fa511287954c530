using System.Globalization;
using System.Runtime.InteropServices;

namespace PersonalDataHub.Hub.FaultTests.Reporting;

/// <summary>The machine that figures were taken on, in a few words.</summary>
internal static class Machine
{
    public static string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Environment.ProcessorCount} cores {RuntimeInformation.ProcessArchitecture}, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1 << 30)} GiB, {OperatingSystem()}, .NET {Environment.Version}");

    private static string OperatingSystem() =>
        System.OperatingSystem.IsLinux() ? "Linux" : System.OperatingSystem.IsMacOS() ? "macOS" : "Windows";
}
