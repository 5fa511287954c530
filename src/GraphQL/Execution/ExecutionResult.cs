using System.Buffers;
using System.Text;
using System.Text.Json;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>The response to a request: data, errors, or both.</summary>
public sealed class ExecutionResult
{
    private readonly ResultObject? data;
    private readonly ulong fulfilled;

    private ExecutionResult(IReadOnlyList<GraphQLError> errors, bool isExecuted, ResultObject? data, ulong fulfilled)
    {
        Errors = errors;
        IsExecuted = isExecuted;
        this.data = data;
        this.fulfilled = fulfilled;
    }

    /// <summary>What went wrong; empty when nothing did.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; }

    /// <summary>Whether execution began: then the response has a data entry, be it null.</summary>
    public bool IsExecuted { get; }

    /// <summary>What the server adds beyond the specification, written as <c>extensions</c>; null for nothing.</summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; internal init; }

    /// <summary>Whether a mutation was sent over GET.</summary>
    internal bool IsMethodRefused { get; private init; }

    internal static ExecutionResult Executed(OperationRun run, ResultObject? data) => new(run.Errors(), true, data, run.Fulfilled);

    internal static ExecutionResult Refused(params IReadOnlyList<GraphQLError> errors) => new(errors, false, null, 0);

    internal static ExecutionResult TimedOut() =>
        Refused(GraphQLError.WithCode("The execution took too long. Select less, or try again later.", "EXECUTION_TIMEOUT"));

    internal static ExecutionResult RefusedMethod(GraphQLError error) => new([error], false, null, 0) { IsMethodRefused = true };

    /// <summary>Writes the response as JSON in UTF-8.</summary>
    public void WriteTo(IBufferWriter<byte> output)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JsonText.Encoder, SkipValidation = true });
        new ResultWriter(json, fulfilled).Write(this, data);
    }

    /// <summary>The response as JSON.</summary>
    public string ToJson()
    {
        var output = new ArrayBufferWriter<byte>();
        WriteTo(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
