using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Tests.Validation;

/// <summary>
/// A schema with one of everything that rules tell apart:
/// <code>
/// interface Party { name(short: Boolean): String }
/// interface Registered { number: String }
/// type Person implements Party { name(short: Boolean): String  email: String  employer: Company  friends(first: Int): [Person!] }
/// type Company implements Party &amp; Registered { name(short: Boolean): String  number: String  email: [String]  owner: Person }
/// type Invoice { id: ID!  total: Float  state: State!  holder: Holder  party: Party }
/// union Holder = Person | Company
/// enum State { OPEN PAID }
/// input Filter { minimum: Int!  note: String = "x"  states: [State]  nested: Filter  deep: Boolean! = false }
/// input Key @oneOf { id: ID  number: Int  filter: Filter }
/// type Query { party: Party  registered: Registered  holder: Holder  person(id: ID): Person  company: Company  invoice: Invoice
///   pick(int: Int, ints: [Int], required: [Int!]!, float: Float, text: String, flag: Boolean, id: ID, state: State, filter: Filter, key: Key): String
///   page(first: Int!, size: Int! = 10): String }
/// type Mutation { pay(id: ID!): Invoice }
/// type Subscription { paid: Invoice  opened: Invoice }
/// directive @purpose(is: String!) on QUERY | MUTATION | SUBSCRIPTION
/// directive @tag(name: String) repeatable on FIELD | INLINE_FRAGMENT
/// directive @once on FIELD | FRAGMENT_SPREAD | FRAGMENT_DEFINITION
/// directive @secret on VARIABLE_DEFINITION
/// </code>
/// </summary>
internal static class ValidationSchema
{
    private static readonly ScalarType Text = SpecifiedScalars.String;
    private static readonly EnumType State = new("State", null, [new("OPEN", "OPEN"), new("PAID", "PAID")]);
    private static readonly InputObjectType Filter = new("Filter", null, () =>
    [
        new("minimum", new NonNullType(SpecifiedScalars.Int)),
        new("note", Text, defaultLiteral: "\"x\""),
        new("states", new ListType(State)),
        new("nested", Filter!),
        new("deep", new NonNullType(SpecifiedScalars.Boolean), defaultLiteral: "false"),
    ]);

    private static readonly InputObjectType Key = new(
        "Key",
        null,
        () => [new("id", SpecifiedScalars.ID), new("number", SpecifiedScalars.Int), new("filter", Filter)],
        isOneOf: true);

    private static readonly InterfaceType Party = new("Party", null, () => [Name()]);
    private static readonly InterfaceType Registered = new("Registered", null, () => [new("number", Text)]);
    private static readonly ObjectType Person = new(
        "Person",
        null,
        () =>
        [
            Name(),
            new("email", Text),
            new("employer", Company!),
            new("friends", new ListType(new NonNullType(Person!)), arguments: [new("first", SpecifiedScalars.Int)]),
        ],
        () => [Party]);

    private static readonly ObjectType Company = new(
        "Company",
        null,
        () => [Name(), new("number", Text), new("email", new ListType(Text)), new("owner", Person)],
        () => [Party, Registered]);

    private static readonly UnionType Holder = new("Holder", null, () => [Person, Company]);
    private static readonly ObjectType Invoice = new("Invoice", null, () =>
    [
        new("id", new NonNullType(SpecifiedScalars.ID)),
        new("total", SpecifiedScalars.Float),
        new("state", new NonNullType(State)),
        new("holder", Holder),
        new("party", Party),
    ]);

    public static Schema Schema { get; } = Make(hasSubscriptions: true);

    public static Schema WithoutSubscriptions { get; } = Make(hasSubscriptions: false);

    private static Schema Make(bool hasSubscriptions)
    {
        var query = new ObjectType("Query", null, () =>
        [
            new("party", Party),
            new("registered", Registered),
            new("holder", Holder),
            new("person", Person, arguments: [new("id", SpecifiedScalars.ID)]),
            new("company", Company),
            new("invoice", Invoice),
            new("pick", Text, arguments:
            [
                new("int", SpecifiedScalars.Int),
                new("ints", new ListType(SpecifiedScalars.Int)),
                new("required", new ListType(new NonNullType(SpecifiedScalars.Int))),
                new("float", SpecifiedScalars.Float),
                new("text", Text),
                new("flag", SpecifiedScalars.Boolean),
                new("id", SpecifiedScalars.ID),
                new("state", State),
                new("filter", Filter),
                new("key", Key),
            ]),
            new("page", Text, arguments: [new("first", new NonNullType(SpecifiedScalars.Int)), new("size", new NonNullType(SpecifiedScalars.Int), defaultLiteral: "10")]),
        ]);
        var mutation = new ObjectType("Mutation", null, () => [new("pay", Invoice, arguments: [new("id", new NonNullType(SpecifiedScalars.ID))])]);
        var subscription = new ObjectType("Subscription", null, () => [new("paid", Invoice), new("opened", Invoice)]);
        DirectiveDefinition[] directives =
        [
            new("purpose", [DirectiveLocation.Query, DirectiveLocation.Mutation, DirectiveLocation.Subscription], [new("is", new NonNullType(Text))]),
            new("tag", [DirectiveLocation.Field, DirectiveLocation.InlineFragment], [new("name", Text)], isRepeatable: true),
            new("once", [DirectiveLocation.Field, DirectiveLocation.FragmentSpread, DirectiveLocation.FragmentDefinition]),
            new("secret", [DirectiveLocation.VariableDefinition]),
        ];
        NamedType[] types = [Party, Registered, Person, Company, Holder, Invoice, State, Filter, Key];
        return new Schema(query, mutation, hasSubscriptions ? subscription : null, types, directives);
    }

    private static FieldDefinition Name() => new("name", Text, arguments: [new("short", SpecifiedScalars.Boolean)]);
}
