using PersonalDataHub.Architecture.Tests.Planted.Far;

namespace PersonalDataHub.Architecture.Tests.Planted.Near;

/// <summary>Uses nothing forbidden.</summary>
internal sealed class Innocent
{
    public override string ToString() => "innocent";
}

internal sealed class ByInheritance : Forbidden;

internal sealed class ByField
{
    public IReadOnlyList<Forbidden?[]> Field = [];
}

internal interface IBySignature
{
    Task<Dictionary<string, Forbidden>> Method();
}

internal sealed class ByConstraint<T>
    where T : Forbidden
{
    public T? Value { get; init; }
}

[Forbidden]
internal sealed class ByAttribute;

internal sealed class ByCall
{
    public static void Method() => Forbidden.Call();
}

internal sealed class ByLambda
{
    public static Action Method(int number) => () =>
    {
        if (number > 0)
        {
            Forbidden.Call();
        }
    };
}

internal sealed class ByAwaiting
{
    public static async Task<int> Method()
    {
        await Task.Yield();
        return Forbidden.Number;
    }
}

internal sealed class BehindSwitch
{
    public static void Method(int number)
    {
        switch (number)
        {
            case 0: Console.Write('a'); break;
            case 1: Console.Write('b'); break;
            case 2: Console.Write('c'); break;
            case 3: Console.Write('d'); break;
            case 4: Forbidden.Call(); break;
        }
    }
}

internal sealed class ByTypeOf
{
    public static string Method() => typeof(Forbidden).Name;
}

internal sealed class ByCast
{
    public static bool Method(object value) => value is Forbidden;
}

internal sealed class ByGenericCall
{
    public static IEnumerable<object> Method(IEnumerable<object> values) => values.OfType<Forbidden>();
}

internal sealed class ByCatch
{
    public static void Method(Action action)
    {
        try
        {
            action();
        }
        catch (ForbiddenException)
        {
        }
    }
}
