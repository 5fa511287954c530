namespace PersonalDataHub.GraphQL.Language;

/// <summary>Values, types, arguments and directives: what every kind of definition shares.</summary>
internal ref partial struct DocumentParser
{
    public ValueNode SingleValue()
    {
        var value = Value(isConstant: true);
        _reader.Expect(TokenKind.EndOfFile);
        return value;
    }

    public TypeNode SingleType()
    {
        var type = Type();
        _reader.Expect(TokenKind.EndOfFile);
        return type;
    }

    private IReadOnlyList<ArgumentNode> Arguments(bool isConstant)
    {
        if (!_reader.Take(TokenKind.ParenLeft))
        {
            return [];
        }

        var arguments = new List<ArgumentNode>();
        do
        {
            var location = _reader.Current.Location;
            var name = _reader.ExpectName();
            _reader.Expect(TokenKind.Colon);
            arguments.Add(new ArgumentNode(name, Value(isConstant), location));
        }
        while (!_reader.Take(TokenKind.ParenRight));
        return arguments;
    }

    private IReadOnlyList<DirectiveNode> Directives(bool isConstant)
    {
        if (!_reader.Is(TokenKind.At))
        {
            return [];
        }

        var directives = new List<DirectiveNode>();
        while (_reader.Is(TokenKind.At))
        {
            var location = _reader.Advance().Location;
            directives.Add(new DirectiveNode(_reader.ExpectName(), Arguments(isConstant), location));
        }

        return directives;
    }

    private TypeNode Type()
    {
        var location = _reader.Current.Location;
        TypeNode type;
        if (_reader.Take(TokenKind.BracketLeft))
        {
            _reader.Enter();
            var item = Type();
            _reader.Leave();
            _reader.Expect(TokenKind.BracketRight);
            type = new ListTypeNode(item, location);
        }
        else
        {
            type = NamedType();
        }

        return _reader.Take(TokenKind.Bang) ? new NonNullTypeNode(type, location) : type;
    }

    private NamedTypeNode NamedType()
    {
        var location = _reader.Current.Location;
        return new NamedTypeNode(_reader.ExpectName(), location);
    }

    private VariableNode Variable()
    {
        var location = _reader.Expect(TokenKind.Dollar).Location;
        return new VariableNode(_reader.ExpectName(), location);
    }

    private ValueNode Value(bool isConstant)
    {
        var location = _reader.Current.Location;
        switch (_reader.Current.Kind)
        {
            case TokenKind.BracketLeft:
                return List(isConstant);
            case TokenKind.BraceLeft:
                return Object(isConstant);
            case TokenKind.Int:
                var digits = _reader.Text();
                _reader.Advance();
                return new IntValueNode(digits, location);
            case TokenKind.Float:
                var number = _reader.Text();
                _reader.Advance();
                return new FloatValueNode(number, location);
            case TokenKind.String or TokenKind.BlockString:
                return StringValue();
            case TokenKind.Name:
                return NamedValue(location);
            case TokenKind.Dollar when isConstant:
                _reader.Advance();
                throw _reader.Is(TokenKind.Name)
                    ? new SyntaxException($"Unexpected variable \"${_reader.Text()}\" in constant value.", location)
                    : new SyntaxException("Expected a constant value, found \"$\".", location);
            case TokenKind.Dollar:
                return Variable();
            default:
                throw _reader.Unexpected(isConstant ? "a constant value" : "a value");
        }
    }

    private ValueNode NamedValue(Location location) => _reader.ExpectName() switch
    {
        "true" => new BooleanValueNode(true, location),
        "false" => new BooleanValueNode(false, location),
        "null" => new NullValueNode(location),
        var name => new EnumValueNode(name, location),
    };

    private StringValueNode StringValue()
    {
        var isBlock = _reader.Is(TokenKind.BlockString);
        var location = _reader.Current.Location;
        var text = isBlock ? StringLiteral.DecodeBlock(_reader.Bytes) : StringLiteral.Decode(_reader.Bytes, location);
        _reader.Advance();
        return new StringValueNode(text, isBlock, location);
    }

    private ListValueNode List(bool isConstant)
    {
        var location = _reader.Expect(TokenKind.BracketLeft).Location;
        _reader.Enter();
        var values = new List<ValueNode>();
        while (!_reader.Take(TokenKind.BracketRight))
        {
            values.Add(Value(isConstant));
        }

        _reader.Leave();
        return new ListValueNode(values, location);
    }

    private ObjectValueNode Object(bool isConstant)
    {
        var location = _reader.Expect(TokenKind.BraceLeft).Location;
        _reader.Enter();
        var fields = new List<ObjectFieldNode>();
        while (!_reader.Take(TokenKind.BraceRight))
        {
            var fieldLocation = _reader.Current.Location;
            var name = _reader.ExpectName();
            _reader.Expect(TokenKind.Colon);
            fields.Add(new ObjectFieldNode(name, Value(isConstant), fieldLocation));
        }

        _reader.Leave();
        return new ObjectValueNode(fields, location);
    }
}
