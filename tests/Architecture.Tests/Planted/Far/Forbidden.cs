namespace PersonalDataHub.Architecture.Tests.Planted.Far;

/// <summary>What the planted types must not use.</summary>
internal class Forbidden
{
    public static readonly int Number = int.Parse("1", System.Globalization.CultureInfo.InvariantCulture);

    public static void Call()
    {
    }
}

[AttributeUsage(AttributeTargets.All)]
internal sealed class ForbiddenAttribute : Attribute;

internal sealed class ForbiddenException : Exception;
