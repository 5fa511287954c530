using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>Writes a response that says more than its data.</summary>
internal sealed class ResultWriter(Utf8JsonWriter json)
{
    public void Write(ExecutionResult result, Strand? data)
    {
        json.WriteStartObject();
        WriteErrors(result.Errors);
        if (result is { IsExecuted: true, IsLater: false })
        {
            WriteData(data!);
        }

        if (result.Part is { } part)
        {
            WritePart(part);
        }

        if (result.Extensions is { Count: > 0 } extensions)
        {
            json.WritePropertyName("extensions"u8);
            WriteEntries(extensions);
        }

        json.WriteEndObject();
        json.Flush();
    }

    private void WritePart(IncrementalPart part)
    {
        WriteArray("pending"u8, part.Pending, pending =>
        {
            json.WriteString("id"u8, pending.Id);
            json.WritePropertyName("path"u8);
            WriteList(pending.Path);
            if (pending.Label is not null)
            {
                json.WriteString("label"u8, pending.Label);
            }
        });
        WriteArray("incremental"u8, part.Data, deferred =>
        {
            json.WriteString("id"u8, deferred.Id);
            if (deferred.SubPath.Count > 0)
            {
                json.WritePropertyName("subPath"u8);
                WriteList(deferred.SubPath);
            }

            WriteData(deferred.Data);
            WriteErrors(deferred.Errors);
        });
        WriteArray("completed"u8, part.Completed, completed =>
        {
            json.WriteString("id"u8, completed.Id);
            WriteErrors(completed.Error is null ? [] : [completed.Error]);
        });
        json.WriteBoolean("hasNext"u8, part.HasNext);
    }

    private void WriteData(Strand data)
    {
        var flat = new ArrayBufferWriter<byte>();
        data.CopyTo(flat);
        json.WritePropertyName("data"u8);
        json.WriteRawValue(flat.WrittenSpan, skipInputValidation: true);
    }

    private void WriteErrors(IReadOnlyList<GraphQLError> errors) => WriteArray("errors"u8, errors, WriteError);

    private void WriteError(GraphQLError error)
    {
        json.WriteString("message"u8, error.Message);
        WriteArray("locations"u8, error.Locations ?? [], location =>
        {
            json.WriteNumber("line"u8, location.Line);
            json.WriteNumber("column"u8, location.Column);
        });
        if (error.Path is { } path)
        {
            json.WritePropertyName("path"u8);
            WriteList(path);
        }

        if (error.Extensions is { Count: > 0 } extensions)
        {
            json.WritePropertyName("extensions"u8);
            WriteEntries(extensions);
        }
    }

    /// <summary>Writes a property with an array of objects, unless there are none.</summary>
    private void WriteArray<T>(ReadOnlySpan<byte> name, IReadOnlyList<T> items, Action<T> write)
    {
        if (items.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteValue(object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case int number: json.WriteNumberValue(number); break;
            case long number: json.WriteNumberValue(number); break;
            case double number: json.WriteNumberValue(number); break;
            case decimal number: json.WriteNumberValue(number); break;
            case IReadOnlyDictionary<string, object?> entries: WriteEntries(entries); break;
            case IEnumerable items: WriteList(items); break;
            default: json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture)); break;
        }
    }

    private void WriteList(IEnumerable items)
    {
        json.WriteStartArray();
        foreach (var item in items)
        {
            WriteValue(item);
        }

        json.WriteEndArray();
    }

    private void WriteEntries(IReadOnlyDictionary<string, object?> entries)
    {
        json.WriteStartObject();
        foreach (var (key, value) in entries)
        {
            json.WritePropertyName(key);
            WriteValue(value);
        }

        json.WriteEndObject();
    }
}
