using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>JSON in UTF-8 that can be cut back to an earlier position, as a null that is handed on needs it.</summary>
internal sealed class JsonBuffer
{
    private const int LongestNumber = 64;

    /// <summary>The signs that stand in JSON as they are, one byte each.</summary>
    private static readonly SearchValues<char> Plain =
        SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c).Where(c => c is not ('"' or '\\'))]);

    private byte[] bytes = ArrayPool<byte>.Shared.Rent(2048);

    public int Position { get; private set; }

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Position);

    public void CutTo(int position) => Position = position;

    /// <summary>Gives the memory back; what was written is gone.</summary>
    public void Release()
    {
        var returned = bytes;
        (bytes, Position) = ([], 0);
        if (returned.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(returned);
        }
    }

    public void WriteRaw(ReadOnlySpan<byte> json)
    {
        json.CopyTo(Reserve(json.Length));
        Position += json.Length;
    }

    public void WriteRaw(byte sign)
    {
        Reserve(1)[0] = sign;
        Position++;
    }

    public void WriteNull() => WriteRaw("null"u8);

    public void Write(bool value) => WriteRaw(value ? "true"u8 : "false"u8);

    public void Write(int value) => WriteNumber(value);

    public void Write(long value) => WriteNumber(value);

    /// <exception cref="InvalidOperationException">JSON has no such number.</exception>
    public void Write(double value) =>
        WriteNumber(double.IsFinite(value) ? value : throw new InvalidOperationException("Only finite numbers can be written."));

    public void Write(decimal value) => WriteNumber(value);

    public void Write(Guid value) => WriteText(value, "D");

    public void Write(DateOnly value) => WriteText(value, "O");

    /// <summary>Writes an instant with as many digits of its second as it needs.</summary>
    public void Write(DateTimeOffset value)
    {
        // 2026-05-01T12:30:00.0000000+00:00
        Span<byte> text = stackalloc byte[33];
        value.TryFormat(text, out _, "O", CultureInfo.InvariantCulture);
        WriteRaw((byte)'"');
        WriteRaw(text[..27].TrimEnd((byte)'0').TrimEnd((byte)'.'));
        WriteRaw(value.Offset == TimeSpan.Zero ? "Z"u8 : text[27..]);
        WriteRaw((byte)'"');
    }

    public void Write(string text)
    {
        // Every UTF-16 unit takes at most three bytes.
        var target = Reserve((text.Length * 3) + 2);
        int length;
        if (!text.AsSpan().ContainsAnyExcept(Plain))
        {
            Ascii.FromUtf16(text, target[1..], out length);
        }
        else if (Utf8.FromUtf16(text, target[1..], out _, out length) == OperationStatus.Done && JsonText.Encoder.FindFirstCharacterToEncodeUtf8(target.Slice(1, length)) >= 0)
        {
            WriteEscaped(target.Slice(1, length).ToArray());
            return;
        }

        target[0] = (byte)'"';
        target[length + 1] = (byte)'"';
        Position += length + 2;
    }

    /// <summary>Writes what formats itself in signs that need no escaping.</summary>
    private void WriteText<T>(T value, string format)
        where T : IUtf8SpanFormattable
    {
        var target = Reserve(LongestNumber + 2);
        value.TryFormat(target[1..], out var length, format, CultureInfo.InvariantCulture);
        target[0] = (byte)'"';
        target[length + 1] = (byte)'"';
        Position += length + 2;
    }

    private void WriteNumber<T>(T value)
        where T : IUtf8SpanFormattable
    {
        value.TryFormat(Reserve(LongestNumber), out var length, default, CultureInfo.InvariantCulture);
        Position += length;
    }

    private void WriteEscaped(ReadOnlySpan<byte> text)
    {
        WriteRaw((byte)'"');
        while (!text.IsEmpty)
        {
            JsonText.Encoder.EncodeUtf8(text, Reserve(text.Length * 6), out var consumed, out var written);
            Position += written;
            text = text[consumed..];
        }

        WriteRaw((byte)'"');
    }

    private Span<byte> Reserve(int length)
    {
        if (bytes.Length - Position < length)
        {
            Grow(length);
        }

        return bytes.AsSpan(Position);
    }

    private void Grow(int length)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(bytes.Length * 2, Position + length));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = larger;
    }
}
