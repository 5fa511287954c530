namespace PersonalDataHub.TestConnectors.WeeklyExport;

/// <summary>One change for the exporting system to make.</summary>
/// <param name="Token">The task and the position in it; the same change always has the same.</param>
/// <param name="Operation"><c>rectify</c> or <c>erase</c>.</param>
/// <param name="Number">The customer number.</param>
/// <param name="Field">The field; empty for the whole record.</param>
/// <param name="Value">The new value; empty to remove it.</param>
internal sealed record Change(string Token, string Operation, string Number, string Field, string Value)
{
    public string Line => string.Join(';', Token, Operation, Number, Field, Value);
}
