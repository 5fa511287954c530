using System.Text;

namespace PersonalDataHub.GraphQL.Language;

/// <summary>One token of look-ahead over the lexer, counting tokens and nesting against the limits.</summary>
internal ref struct TokenReader
{
    private readonly ParserLimits _limits;
    private Utf8Lexer _lexer;
    private int _tokens;
    private int _nesting;

    public TokenReader(ReadOnlySpan<byte> source, ParserLimits limits)
    {
        _limits = limits;
        _lexer = new Utf8Lexer(source);
        Advance();
    }

    public Token Current { get; private set; }

    public readonly ReadOnlySpan<byte> Bytes => _lexer.Source.Slice(Current.Start, Current.Length);

    public readonly bool Is(TokenKind kind) => Current.Kind == kind;

    public readonly bool IsKeyword(ReadOnlySpan<byte> keyword) => Current.Kind == TokenKind.Name && Bytes.SequenceEqual(keyword);

    public Token Advance()
    {
        var taken = Current;
        Current = _lexer.Next();
        if (Current.Kind != TokenKind.EndOfFile && ++_tokens > _limits.MaximumTokens)
        {
            throw new SyntaxException($"Document contains more than {_limits.MaximumTokens} tokens. Parsing aborted.", Current.Location);
        }

        return taken;
    }

    public bool Take(TokenKind kind)
    {
        if (Current.Kind != kind)
        {
            return false;
        }

        Advance();
        return true;
    }

    public bool TakeKeyword(ReadOnlySpan<byte> keyword)
    {
        if (!IsKeyword(keyword))
        {
            return false;
        }

        Advance();
        return true;
    }

    public Token Expect(TokenKind kind) => Current.Kind == kind ? Advance() : throw Unexpected(Describe(kind));

    public void ExpectKeyword(ReadOnlySpan<byte> keyword)
    {
        if (!TakeKeyword(keyword))
        {
            throw Unexpected($"\"{Encoding.UTF8.GetString(keyword)}\"");
        }
    }

    public string ExpectName()
    {
        var name = Current.Kind == TokenKind.Name ? Encoding.UTF8.GetString(Bytes) : string.Empty;
        Expect(TokenKind.Name);
        return name;
    }

    public readonly string Text() => Encoding.UTF8.GetString(Bytes);

    public readonly SyntaxException Unexpected(string expected) => new($"Expected {expected}, found {DescribeCurrent()}.", Current.Location);

    /// <summary>Counts one level more; the parser recurses only between this and <see cref="Leave"/>.</summary>
    public void Enter()
    {
        if (++_nesting > _limits.MaximumNesting)
        {
            throw new SyntaxException($"Document nests deeper than {_limits.MaximumNesting} levels. Parsing aborted.", Current.Location);
        }
    }

    public void Leave() => _nesting--;

    // Numbers and strings may be personal data that a caller wrote inline, so only their kind is told.
    public readonly string DescribeCurrent() => Current.Kind switch
    {
        TokenKind.Name => $"Name \"{Text()}\"",
        TokenKind.EndOfFile => "<EOF>",
        _ => Describe(Current.Kind),
    };

    public static string Describe(TokenKind kind) => kind switch
    {
        TokenKind.EndOfFile => "<EOF>",
        TokenKind.Bang => "\"!\"",
        TokenKind.Dollar => "\"$\"",
        TokenKind.Ampersand => "\"&\"",
        TokenKind.ParenLeft => "\"(\"",
        TokenKind.ParenRight => "\")\"",
        TokenKind.Spread => "\"...\"",
        TokenKind.Colon => "\":\"",
        TokenKind.Equal => "\"=\"",
        TokenKind.At => "\"@\"",
        TokenKind.BracketLeft => "\"[\"",
        TokenKind.BracketRight => "\"]\"",
        TokenKind.BraceLeft => "\"{\"",
        TokenKind.Pipe => "\"|\"",
        TokenKind.BraceRight => "\"}\"",
        _ => kind.ToString(),
    };
}
