using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Hub.Persistence.Encryption;

/// <summary>
/// Tells whether a field still holds the value a person looked at, without telling the value: a short keyed hash bound
/// to the source, the record and the field.
/// </summary>
public sealed class ValueTag(MasterKey master)
{
    private const int TagLength = 16;
    private readonly byte[] key = master.SubKey("value-tag/1");

    /// <param name="source">The source's id.</param>
    /// <param name="recordType">The record's type.</param>
    /// <param name="recordKey">The record's key at the source.</param>
    /// <param name="field">The field's name.</param>
    /// <param name="value">The value; null when the source holds none.</param>
    /// <returns>22 characters that need no escaping in URLs.</returns>
    public string Of(string source, string recordType, string recordKey, string field, FieldValue? value)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(source);
            writer.Write(recordType);
            writer.Write(recordKey);
            writer.Write(field);
            Write(writer, value);
        }

        var hash = HMACSHA256.HashData(key, bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        return Base64Url.EncodeToString(hash.AsSpan(0, TagLength));
    }

    // Equal values write equal bytes (1.0 and 1.00, the same moment at two offsets); different ones never do.
    private static void Write(BinaryWriter writer, FieldValue? value)
    {
        writer.Write(value is null ? byte.MaxValue : (byte)value.Kind);
        switch (value)
        {
            case TextValue text:
                writer.Write(text.Value);
                break;
            case IntegerValue integer:
                writer.Write(integer.Value);
                break;
            case DecimalValue number:
                writer.Write(number.Value / 1.000000000000000000000000000000m);
                break;
            case BooleanValue boolean:
                writer.Write(boolean.Value);
                break;
            case DateValue date:
                writer.Write(date.Value.DayNumber);
                break;
            case InstantValue instant:
                writer.Write(instant.Value.UtcTicks);
                break;
            case DurationValue duration:
                writer.Write(duration.Value.Ticks);
                break;
            case ListValue list:
                WriteAll(writer, list.Items);
                break;
            case CompositeValue composite:
                WriteAll(writer, composite.Parts);
                break;
            case MediaValue media:
                writer.Write(media.Key);
                writer.Write(media.ContentType);
                writer.Write(media.Length ?? -1);
                break;
        }
    }

    private static void WriteAll(BinaryWriter writer, IReadOnlyList<FieldValue?> values)
    {
        writer.Write(values.Count);
        foreach (var value in values)
        {
            Write(writer, value);
        }
    }
}
