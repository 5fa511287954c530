namespace PersonalDataHub.GraphQL.Language;

/// <summary>The grammar of documents: one method per production.</summary>
internal ref partial struct DocumentParser(TokenReader reader)
{
    private TokenReader _reader = reader;

    public DocumentNode Document()
    {
        var location = _reader.Current.Location;
        var definitions = new List<DefinitionNode>();
        do
        {
            definitions.Add(Definition());
        }
        while (!_reader.Is(TokenKind.EndOfFile));
        return new DocumentNode(definitions, location);
    }

    private DefinitionNode Definition()
    {
        var location = _reader.Current.Location;
        if (_reader.Is(TokenKind.BraceLeft))
        {
            return new OperationDefinitionNode(OperationKind.Query, null, location, [], [], SelectionSet(), null, location);
        }

        var description = Description();
        if (_reader.IsKeyword("fragment"u8))
        {
            return Fragment(description, location);
        }

        return Operation() is { } operation ? Operation(operation, description, location) : TypeSystemDefinition(description, location);
    }

    /// <summary>The kind of operation that the current keyword names, or null.</summary>
    private readonly OperationKind? Operation() => _reader.IsKeyword("query"u8) ? OperationKind.Query
        : _reader.IsKeyword("mutation"u8) ? OperationKind.Mutation
        : _reader.IsKeyword("subscription"u8) ? OperationKind.Subscription
        : null;

    private OperationDefinitionNode Operation(OperationKind kind, string? description, Location location)
    {
        _reader.Advance();
        var nameLocation = _reader.Is(TokenKind.Name) ? _reader.Current.Location : location;
        var name = _reader.Is(TokenKind.Name) ? _reader.ExpectName() : null;
        var variables = VariableDefinitions();
        var directives = Directives(isConstant: false);
        return new OperationDefinitionNode(kind, name, nameLocation, variables, directives, SelectionSet(), description, location);
    }

    private FragmentDefinitionNode Fragment(string? description, Location location)
    {
        _reader.ExpectKeyword("fragment"u8);
        if (_reader.IsKeyword("on"u8))
        {
            throw _reader.Unexpected("a fragment name other than \"on\"");
        }

        var nameLocation = _reader.Current.Location;
        var name = _reader.ExpectName();
        _reader.ExpectKeyword("on"u8);
        var condition = NamedType();
        var directives = Directives(isConstant: false);
        return new FragmentDefinitionNode(name, nameLocation, condition, directives, SelectionSet(), description, location);
    }

    private string? Description() => _reader.Is(TokenKind.String) || _reader.Is(TokenKind.BlockString) ? StringValue().Value : null;

    private IReadOnlyList<VariableDefinitionNode> VariableDefinitions() =>
        OptionalMany(TokenKind.ParenLeft, static (ref parser) => parser.VariableDefinition(), TokenKind.ParenRight);

    private VariableDefinitionNode VariableDefinition()
    {
        var location = _reader.Current.Location;
        var description = Description();
        var variable = Variable();
        _reader.Expect(TokenKind.Colon);
        var type = Type();
        var defaultValue = _reader.Take(TokenKind.Equal) ? Value(isConstant: true) : null;
        return new VariableDefinitionNode(variable, type, defaultValue, Directives(isConstant: true), description, location);
    }

    private SelectionSetNode SelectionSet()
    {
        var location = _reader.Expect(TokenKind.BraceLeft).Location;
        _reader.Enter();
        var selections = new List<SelectionNode>();
        do
        {
            selections.Add(Selection());
        }
        while (!_reader.Take(TokenKind.BraceRight));
        _reader.Leave();
        return new SelectionSetNode(selections, location);
    }

    private SelectionNode Selection() => _reader.Is(TokenKind.Spread) ? FragmentSelection() : Field();

    private FieldNode Field()
    {
        var location = _reader.Current.Location;
        var name = _reader.ExpectName();
        string? alias = null;
        if (_reader.Take(TokenKind.Colon))
        {
            (alias, name) = (name, _reader.ExpectName());
        }

        var arguments = Arguments(isConstant: false);
        var directives = Directives(isConstant: false);
        var selections = _reader.Is(TokenKind.BraceLeft) ? SelectionSet() : null;
        return new FieldNode(alias, name, arguments, directives, selections, location);
    }

    private SelectionNode FragmentSelection()
    {
        var location = _reader.Expect(TokenKind.Spread).Location;
        var isTyped = _reader.TakeKeyword("on"u8);
        if (!isTyped && _reader.Is(TokenKind.Name))
        {
            var nameLocation = _reader.Current.Location;
            return new FragmentSpreadNode(_reader.ExpectName(), nameLocation, Directives(isConstant: false), location);
        }

        var condition = isTyped ? NamedType() : null;
        var directives = Directives(isConstant: false);
        return new InlineFragmentNode(condition, directives, SelectionSet(), location);
    }
}
