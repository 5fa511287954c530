using System.Text;

namespace PersonalDataHub.GraphQL.Language;

/// <summary>Cuts UTF-8 text into tokens without allocating. The text must be valid UTF-8.</summary>
internal ref struct Utf8Lexer(ReadOnlySpan<byte> source)
{
    private readonly ReadOnlySpan<byte> _source = source;
    private int _position;
    private int _line = 1;

    // Where columns of this line count from: its first byte, moved on by every byte that is no UTF-16 unit of its own.
    private int _lineOrigin;

    public readonly ReadOnlySpan<byte> Source => _source;

    private readonly Location Here => new(_line, _position - _lineOrigin + 1);

    public Token Next()
    {
        SkipIgnored();
        if (_position >= _source.Length)
        {
            return new Token(TokenKind.EndOfFile, _source.Length, 0, Here);
        }

        var first = _source[_position];
        return first switch
        {
            (byte)'!' => Punctuator(TokenKind.Bang),
            (byte)'$' => Punctuator(TokenKind.Dollar),
            (byte)'&' => Punctuator(TokenKind.Ampersand),
            (byte)'(' => Punctuator(TokenKind.ParenLeft),
            (byte)')' => Punctuator(TokenKind.ParenRight),
            (byte)':' => Punctuator(TokenKind.Colon),
            (byte)'=' => Punctuator(TokenKind.Equal),
            (byte)'@' => Punctuator(TokenKind.At),
            (byte)'[' => Punctuator(TokenKind.BracketLeft),
            (byte)']' => Punctuator(TokenKind.BracketRight),
            (byte)'{' => Punctuator(TokenKind.BraceLeft),
            (byte)'|' => Punctuator(TokenKind.Pipe),
            (byte)'}' => Punctuator(TokenKind.BraceRight),
            (byte)'.' when _source[_position..].StartsWith("..."u8) => Punctuator(TokenKind.Spread, 3),
            (byte)'"' when _source[_position..].StartsWith("\"\"\""u8) => BlockString(),
            (byte)'"' => String(),
            (byte)'-' or (>= (byte)'0' and <= (byte)'9') => Number(),
            _ when IsNameStart(first) => Name(),
            _ => throw UnexpectedCharacter(),
        };
    }

    private void SkipIgnored()
    {
        while (_position < _source.Length)
        {
            switch (_source[_position])
            {
                case (byte)' ' or (byte)'\t' or (byte)',':
                    _position++;
                    break;
                case (byte)'\n' or (byte)'\r':
                    SkipLineEnd();
                    break;
                case (byte)'#':
                    var rest = _source[_position..];
                    var end = rest.IndexOfAny((byte)'\n', (byte)'\r');
                    Advance(end < 0 ? rest.Length : end);
                    break;
                case 0xEF when _source[_position..].StartsWith("\uFEFF"u8):
                    Advance(3);
                    break;
                default:
                    return;
            }
        }
    }

    private void SkipLineEnd()
    {
        _position += _source[_position..].StartsWith("\r\n"u8) ? 2 : 1;
        _line++;
        _lineOrigin = _position;
    }

    /// <summary>Moves over text within one line, keeping columns right where characters take several bytes.</summary>
    private void Advance(int count)
    {
        foreach (var part in _source.Slice(_position, count))
        {
            if ((part & 0xC0) == 0x80)
            {
                _lineOrigin++;
            }
            else if (part >= 0xF0)
            {
                _lineOrigin--;
            }
        }

        _position += count;
    }

    private Token Punctuator(TokenKind kind, int length = 1)
    {
        var token = new Token(kind, _position, length, Here);
        _position += length;
        return token;
    }

    private Token Name()
    {
        var length = 1;
        while (_position + length < _source.Length && IsNamePart(_source[_position + length]))
        {
            length++;
        }

        return Punctuator(TokenKind.Name, length);
    }

    private Token Number()
    {
        var (start, location, kind) = (_position, Here, TokenKind.Int);
        if (Peek() == '-')
        {
            _position++;
        }

        if (Peek() == '0')
        {
            _position++;
            if (char.IsAsciiDigit((char)Peek()))
            {
                throw new SyntaxException($"Invalid number, unexpected digit after 0: {DescribeHere()}.", Here);
            }
        }
        else
        {
            Digits();
        }

        if (Peek() == '.')
        {
            kind = TokenKind.Float;
            _position++;
            Digits();
        }

        if (Peek() is 'e' or 'E')
        {
            kind = TokenKind.Float;
            _position++;
            if (Peek() is '+' or '-')
            {
                _position++;
            }

            Digits();
        }

        // 1.2.3, 1e5x and 0xF are no numbers followed by something, but mistakes.
        if (Peek() == '.' || (Peek() >= 0 && IsNameStart((byte)Peek())))
        {
            throw new SyntaxException($"Invalid number, expected digit but got: {DescribeHere()}.", Here);
        }

        return new Token(kind, start, _position - start, location);
    }

    private void Digits()
    {
        if (Peek() is < '0' or > '9')
        {
            throw new SyntaxException($"Invalid number, expected digit but got: {DescribeHere()}.", Here);
        }

        while (Peek() is >= '0' and <= '9')
        {
            _position++;
        }
    }

    private Token String()
    {
        var (start, location) = (_position, Here);
        var length = 1;
        while (true)
        {
            if (start + length >= _source.Length || _source[start + length] is (byte)'\n' or (byte)'\r')
            {
                Advance(length);
                throw new SyntaxException("Unterminated string.", Here);
            }

            var current = _source[start + length];
            length++;
            if (current == '"')
            {
                break;
            }

            // Whatever follows a backslash is no end of the string; line ends are, so they are looked at again.
            if (current == '\\' && start + length < _source.Length && _source[start + length] is (byte)'"' or (byte)'\\')
            {
                length++;
            }
        }

        Advance(length);
        return new Token(TokenKind.String, start, length, location);
    }

    private Token BlockString()
    {
        var (start, location) = (_position, Here);
        _position += 3;
        while (true)
        {
            var rest = _source[_position..];
            var stop = rest.IndexOfAny("\"\\\r\n"u8);
            if (stop < 0)
            {
                Advance(rest.Length);
                throw new SyntaxException("Unterminated string.", Here);
            }

            Advance(stop);
            rest = rest[stop..];
            if (rest.StartsWith("\"\"\""u8))
            {
                _position += 3;
                return new Token(TokenKind.BlockString, start, _position - start, location);
            }

            if (rest[0] is (byte)'\r' or (byte)'\n')
            {
                SkipLineEnd();
            }
            else
            {
                _position += rest.StartsWith("\\\"\"\""u8) ? 4 : 1;
            }
        }
    }

    private readonly int Peek() => _position < _source.Length ? _source[_position] : -1;

    private readonly SyntaxException UnexpectedCharacter() => _source[_position] == '\''
        ? new SyntaxException("Unexpected single quote character ('), did you mean to use a double quote (\")?", Here)
        : new SyntaxException($"Unexpected character: {DescribeHere()}.", Here);

    private readonly string DescribeHere()
    {
        if (_position >= _source.Length)
        {
            return "<EOF>";
        }

        Rune.DecodeFromUtf8(_source[_position..], out var rune, out _);
        return rune.Value switch
        {
            '"' => "'\"'",
            >= 0x20 and <= 0x7E => $"\"{rune}\"",
            _ => $"U+{rune.Value:X4}",
        };
    }

    private static bool IsNameStart(byte value) => char.IsAsciiLetter((char)value) || value == '_';

    private static bool IsNamePart(byte value) => char.IsAsciiLetterOrDigit((char)value) || value == '_';
}
