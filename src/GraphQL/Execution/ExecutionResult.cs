using System.Buffers;
using System.Text;
using System.Text.Json;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>The response to a request: data, errors, or both. Of an operation answered in parts, one part.</summary>
public sealed class ExecutionResult
{
    private readonly Strand? data;
    private bool isReleased;

    private ExecutionResult(IReadOnlyList<GraphQLError> errors, bool isExecuted, Strand? data)
    {
        Errors = errors;
        IsExecuted = isExecuted;
        this.data = data;
    }

    /// <summary>What went wrong; empty when nothing did. Of a later part, what went wrong stands with its data only.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; }

    /// <summary>Whether execution began: then the response has a data entry, be it null.</summary>
    public bool IsExecuted { get; }

    /// <summary>What the server adds beyond the specification, written as <c>extensions</c>; null for nothing.</summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; internal init; }

    /// <summary>What the operation costs at most; null where the client did not ask for it.</summary>
    public OperationCost? Cost
    {
        get;
        internal init
        {
            field = value;
            Extensions = value?.ToExtensions() ?? Extensions;
        }
    }

    /// <summary>Whether a mutation was sent over GET.</summary>
    internal bool IsMethodRefused { get; private init; }

    /// <summary>What it says as one of several parts; null for a whole result.</summary>
    internal IncrementalPart? Part { get; private init; }

    /// <summary>Whether it is a part after the first.</summary>
    internal bool IsLater => Part is not null && data is null;

    internal static ExecutionResult Executed(OperationRun run, Strand data, IncrementalPart? part = null) => new(data.Part.Errors(), true, data)
    {
        Part = part,
        Cost = run.CostMode == CostMode.Silent ? null : run.Cost,
    };

    /// <summary>An operation that was costed and not run.</summary>
    internal static ExecutionResult Costed(OperationCost cost) => new([], false, null) { Cost = cost };

    internal static ExecutionResult Later(IncrementalPart part) => new([], true, null) { Part = part };

    internal static ExecutionResult Refused(params IReadOnlyList<GraphQLError> errors) => new(errors, false, null);

    internal static ExecutionResult TimedOut() => Refused(GraphQLError.WithStatus(TimeIsUp.Message, TimeIsUp.Code!, 503));

    internal static GraphQLError TimeIsUp { get; } =
        GraphQLError.WithCode("The execution took too long. Select less, or try again later.", "EXECUTION_TIMEOUT");

    internal static ExecutionResult RefusedMethod(GraphQLError error) => new([error], false, null) { IsMethodRefused = true };

    /// <summary>Writes the response as JSON in UTF-8.</summary>
    /// <exception cref="ObjectDisposedException">Its memory was given back already.</exception>
    public void WriteTo(IBufferWriter<byte> output)
    {
        ObjectDisposedException.ThrowIf(isReleased, this);
        if (data is not null && Errors.Count == 0 && Extensions is null && Part is null)
        {
            output.Write("{\"data\":"u8);
            data.CopyTo(output);
            output.Write("}"u8);
            return;
        }

        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JsonText.Encoder, SkipValidation = true });
        new ResultWriter(json).Write(this, data);
    }

    /// <summary>The response as JSON.</summary>
    public string ToJson()
    {
        var output = new ArrayBufferWriter<byte>();
        WriteTo(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    /// <summary>Gives the memory of the data back, for those who will not write it again.</summary>
    internal void Release()
    {
        isReleased = true;
        data?.Release();
        foreach (var deferred in Part?.Data ?? [])
        {
            deferred.Data.Release();
        }
    }
}
