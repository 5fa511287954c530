namespace PersonalDataHub.GraphQL.Language;

/// <summary>The grammar of the type system definition language.</summary>
internal ref partial struct DocumentParser
{
    private static readonly HashSet<string> DirectiveLocations =
    [
        "QUERY", "MUTATION", "SUBSCRIPTION", "FIELD", "FRAGMENT_DEFINITION", "FRAGMENT_SPREAD", "INLINE_FRAGMENT", "VARIABLE_DEFINITION",
        "SCHEMA", "SCALAR", "OBJECT", "FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INTERFACE", "UNION", "ENUM", "ENUM_VALUE", "INPUT_OBJECT",
        "INPUT_FIELD_DEFINITION",
    ];

    private delegate T Production<out T>(ref DocumentParser parser);

    private TypeSystemDefinitionNode TypeSystemDefinition(string? description, Location location)
    {
        var isExtension = description is null && _reader.TakeKeyword("extend"u8);
        TypeSystemDefinitionNode? definition =
            _reader.TakeKeyword("schema"u8) ? SchemaDefinition(description, isExtension, location)
            : _reader.TakeKeyword("scalar"u8) ? new ScalarTypeDefinitionNode(_reader.ExpectName(), description, Directives(isConstant: true), location)
            : _reader.TakeKeyword("type"u8) ? new ObjectTypeDefinitionNode(
                _reader.ExpectName(), description, Interfaces(), Directives(isConstant: true), Fields(), location)
            : _reader.TakeKeyword("interface"u8) ? new InterfaceTypeDefinitionNode(
                _reader.ExpectName(), description, Interfaces(), Directives(isConstant: true), Fields(), location)
            : _reader.TakeKeyword("union"u8) ? new UnionTypeDefinitionNode(
                _reader.ExpectName(), description, Directives(isConstant: true), UnionMembers(), location)
            : _reader.TakeKeyword("enum"u8) ? new EnumTypeDefinitionNode(
                _reader.ExpectName(), description, Directives(isConstant: true), EnumValues(), location)
            : _reader.TakeKeyword("input"u8) ? new InputObjectTypeDefinitionNode(
                _reader.ExpectName(), description, Directives(isConstant: true), InputFields(), location)
            : !isExtension && _reader.TakeKeyword("directive"u8) ? DirectiveDefinition(description, location)
            : null;
        if (definition is null)
        {
            throw description is not null && (_reader.Is(TokenKind.Name) || _reader.Is(TokenKind.BraceLeft))
                ? new SyntaxException("Expected a definition after the description.", location)
                : _reader.Unexpected(isExtension ? "a type or the schema to extend" : "a definition");
        }

        return isExtension ? NotEmpty(definition) with { IsExtension = true } : definition;
    }

    /// <summary>An extension that adds nothing is a mistake of its author.</summary>
    private readonly TypeSystemDefinitionNode NotEmpty(TypeSystemDefinitionNode extension)
    {
        var isEmpty = extension.Directives.Count == 0 && extension switch
        {
            SchemaDefinitionNode schema => schema.OperationTypes.Count == 0,
            ComplexTypeDefinitionNode type => type.Interfaces.Count + type.Fields.Count == 0,
            UnionTypeDefinitionNode union => union.Types.Count == 0,
            EnumTypeDefinitionNode @enum => @enum.Values.Count == 0,
            InputObjectTypeDefinitionNode input => input.Fields.Count == 0,
            _ => true,
        };
        return isEmpty ? throw _reader.Unexpected("what the extension adds") : extension;
    }

    private SchemaDefinitionNode SchemaDefinition(string? description, bool isExtension, Location location)
    {
        var directives = Directives(isConstant: true);
        IReadOnlyList<OperationTypeDefinitionNode> roots = isExtension && !_reader.Is(TokenKind.BraceLeft)
            ? []
            : Many(TokenKind.BraceLeft, static (ref parser) => parser.OperationType(), TokenKind.BraceRight);
        return new SchemaDefinitionNode(description, directives, roots, location);
    }

    private OperationTypeDefinitionNode OperationType()
    {
        var location = _reader.Current.Location;
        var (operation, name) = (Operation(), _reader.ExpectName());
        if (operation is not { } kind)
        {
            throw new SyntaxException($"Expected \"query\", \"mutation\" or \"subscription\", found Name \"{name}\".", location);
        }

        _reader.Expect(TokenKind.Colon);
        return new OperationTypeDefinitionNode(kind, NamedType(), location);
    }

    private IReadOnlyList<NamedTypeNode> Interfaces() => _reader.TakeKeyword("implements"u8)
        ? Delimited(TokenKind.Ampersand, static (ref parser) => parser.NamedType())
        : [];

    private IReadOnlyList<FieldDefinitionNode> Fields() =>
        OptionalMany(TokenKind.BraceLeft, static (ref parser) => parser.FieldDefinition(), TokenKind.BraceRight);

    private FieldDefinitionNode FieldDefinition()
    {
        var location = _reader.Current.Location;
        var description = Description();
        var name = _reader.ExpectName();
        var arguments = ArgumentDefinitions();
        _reader.Expect(TokenKind.Colon);
        return new FieldDefinitionNode(name, description, arguments, Type(), Directives(isConstant: true), location);
    }

    private IReadOnlyList<InputValueDefinitionNode> ArgumentDefinitions() =>
        OptionalMany(TokenKind.ParenLeft, static (ref parser) => parser.InputValueDefinition(), TokenKind.ParenRight);

    private IReadOnlyList<InputValueDefinitionNode> InputFields() =>
        OptionalMany(TokenKind.BraceLeft, static (ref parser) => parser.InputValueDefinition(), TokenKind.BraceRight);

    private InputValueDefinitionNode InputValueDefinition()
    {
        var location = _reader.Current.Location;
        var description = Description();
        var name = _reader.ExpectName();
        _reader.Expect(TokenKind.Colon);
        var type = Type();
        var defaultValue = _reader.Take(TokenKind.Equal) ? Value(isConstant: true) : null;
        return new InputValueDefinitionNode(name, description, type, defaultValue, Directives(isConstant: true), location);
    }

    private IReadOnlyList<NamedTypeNode> UnionMembers() => _reader.Take(TokenKind.Equal)
        ? Delimited(TokenKind.Pipe, static (ref parser) => parser.NamedType())
        : [];

    private IReadOnlyList<EnumValueDefinitionNode> EnumValues() =>
        OptionalMany(TokenKind.BraceLeft, static (ref parser) => parser.EnumValueDefinition(), TokenKind.BraceRight);

    private EnumValueDefinitionNode EnumValueDefinition()
    {
        var location = _reader.Current.Location;
        var description = Description();
        if (_reader.IsKeyword("true"u8) || _reader.IsKeyword("false"u8) || _reader.IsKeyword("null"u8))
        {
            throw _reader.Unexpected("an enum value other than true, false and null");
        }

        return new EnumValueDefinitionNode(_reader.ExpectName(), description, Directives(isConstant: true), location);
    }

    private DirectiveDefinitionNode DirectiveDefinition(string? description, Location location)
    {
        _reader.Expect(TokenKind.At);
        var name = _reader.ExpectName();
        var arguments = ArgumentDefinitions();
        var isRepeatable = _reader.TakeKeyword("repeatable"u8);
        _reader.ExpectKeyword("on"u8);
        var locations = Delimited(TokenKind.Pipe, static (ref parser) => parser.DirectiveLocation());
        return new DirectiveDefinitionNode(name, description, arguments, isRepeatable, locations, location);
    }

    private string DirectiveLocation()
    {
        var location = _reader.Current.Location;
        var name = _reader.ExpectName();
        return DirectiveLocations.Contains(name)
            ? name
            : throw new SyntaxException($"Expected a directive location such as FIELD_DEFINITION, found Name \"{name}\".", location);
    }

    private IReadOnlyList<T> OptionalMany<T>(TokenKind open, Production<T> read, TokenKind close) =>
        _reader.Is(open) ? Many(open, read, close) : [];

    private List<T> Many<T>(TokenKind open, Production<T> read, TokenKind close)
    {
        _reader.Expect(open);
        var nodes = new List<T>();
        do
        {
            nodes.Add(read(ref this));
        }
        while (!_reader.Take(close));
        return nodes;
    }

    /// <summary>One or more, divided by a sign that may also stand before the first.</summary>
    private List<T> Delimited<T>(TokenKind sign, Production<T> read)
    {
        _reader.Take(sign);
        var nodes = new List<T>();
        do
        {
            nodes.Add(read(ref this));
        }
        while (_reader.Take(sign));
        return nodes;
    }
}
