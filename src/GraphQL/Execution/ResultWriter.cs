using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>Writes a completed result as JSON.</summary>
internal sealed class ResultWriter(Utf8JsonWriter json, ulong fulfilled)
{
    public void Write(ExecutionResult result, ResultObject? data)
    {
        json.WriteStartObject();
        if (result.Errors.Count > 0)
        {
            json.WriteStartArray("errors"u8);
            foreach (var error in result.Errors)
            {
                WriteError(error);
            }

            json.WriteEndArray();
        }

        if (result.IsExecuted)
        {
            json.WritePropertyName("data"u8);
            WriteValue(data);
        }

        if (result.Extensions is { Count: > 0 } extensions)
        {
            json.WritePropertyName("extensions"u8);
            WriteEntries(extensions);
        }

        json.WriteEndObject();
        json.Flush();
    }

    private void WriteValue(object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case ResultObject result: WriteObject(result); break;
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

    private void WriteObject(ResultObject result)
    {
        json.WriteStartObject();
        for (var i = 0; i < result.Values.Length; i++)
        {
            var field = result.Set.Fields[i];
            if (field.IsIncluded(fulfilled))
            {
                json.WritePropertyName(field.JsonName);
                WriteValue(result.Values[i]);
            }
        }

        json.WriteEndObject();
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

    private void WriteError(GraphQLError error)
    {
        json.WriteStartObject();
        json.WriteString("message"u8, error.Message);
        if (error.Locations is { Count: > 0 } locations)
        {
            json.WriteStartArray("locations"u8);
            foreach (var location in locations)
            {
                json.WriteStartObject();
                json.WriteNumber("line"u8, location.Line);
                json.WriteNumber("column"u8, location.Column);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

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

        json.WriteEndObject();
    }
}
