// Records what the reference implementation says about schemas: whether they are sound, and how the sound ones describe themselves.
// npm install graphql@17.1.0, then: node record.js > corpus.jsonl
const { buildASTSchema, getIntrospectionQuery, graphqlSync, parse, validateSchema } = require('graphql');

const Q = 'type Query { a: Int } ';
const texts = [
  Q,
  '"""All\nof it.""" schema { query: Root } type Root { a: Int }',
  'schema { query: Root mutation: Change subscription: News } type Root { a: Int } type Change { b: Int } type News { c: Int } type Mutation { d: Int }',
  'schema { query: Query mutation: Query } ' + Q,
  'schema { query: I } interface I { a: Int }',
  'schema { query: Query mutation: E } enum E { A } ' + Q,
  'type A { a: Int }',
  Q + 'interface I { a: Int b(c: Int! = 1): [Int] } interface J implements I { a: Int! b(c: Int! = 2, d: Int): [Int!]! } type T implements I & J { a: Int! b(c: Int! = 3, d: Int, e: Int = 1): [Int!]! }',
  Q + 'interface I implements I { a: Int }',
  Q + 'interface I implements J { a: Int } interface J implements I { a: Int }',
  Q + 'interface I implements J { a: Int } interface J implements K { a: Int } interface K implements I { a: Int }',
  Q + 'interface I { a: Int } interface J implements I { a: Int } type T implements J { a: Int }',
  Q + 'interface I { a: Int } interface J implements I { a: Int } type T implements J & I { a: Int }',
  Q + 'interface I { a: Int } type T implements I { b: Int }',
  Q + 'interface I { a: Int! } type T implements I { a: Int }',
  Q + 'interface I { a: Int } type T implements I { a: Int! }',
  Q + 'interface I { a: [Int] } type T implements I { a: [Int!]! }',
  Q + 'interface I { a: [Int] } type T implements I { a: Int }',
  Q + 'interface I { a: U } union U = T | V type V { b: Int } type T implements I { a: V }',
  Q + 'interface I { a: I } type T implements I { a: T }',
  Q + 'interface I { a(b: Int): Int } type T implements I { a: Int }',
  Q + 'interface I { a(b: Int): Int } type T implements I { a(b: Int!): Int }',
  Q + 'interface I { a: Int } type T implements I { a(b: Int!): Int }',
  Q + 'interface I { a: Int } type T implements I { a(b: Int! = 1, c: Int): Int }',
  Q + 'interface I { a: Int } type T implements I { a: Int @deprecated }',
  Q + 'interface I { a: Int @deprecated(reason: "x") } type T implements I { a: Int @deprecated }',
  Q + 'type T implements U { a: Int } union U = Query',
  Q + 'type T',
  Q + 'interface I',
  Q + 'union U',
  Q + 'enum E',
  Q + 'input I',
  Q + 'union U = Query | I input I { a: Int }',
  Q + 'union U = Query | Query',
  Q + 'union U = Query | T type T { a: Int }',
  Q + 'enum E { A B } ',
  Q + 'enum E { A __B }',
  Q + 'type __T { a: Int }',
  Q + 'scalar __S',
  Q + 'type T { __a: Int }',
  Q + 'type T { a(__b: Int): Int }',
  Q + 'input I { __a: Int }',
  Q + 'directive @__d on FIELD',
  Q + 'directive @d(__a: Int) on FIELD',
  Q + 'directive @d(a: Query) on FIELD',
  Q + 'directive @d(a: Int! @deprecated) on FIELD',
  Q + 'directive @d(a: Int! = 1 @deprecated, b: [E!] = [A], c: I = {x: 1}) repeatable on FIELD | QUERY | SCHEMA | SCALAR | OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION | INTERFACE | UNION | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION | VARIABLE_DEFINITION | MUTATION | SUBSCRIPTION | FRAGMENT_DEFINITION | FRAGMENT_SPREAD | INLINE_FRAGMENT enum E { A } input I { x: Int y: E = A }',
  Q + 'type T { a: I } input I { a: Int }',
  Q + 'type T { a(b: Query): Int }',
  Q + 'input I { a: Query }',
  Q + 'type T { a(b: Int! @deprecated): Int }',
  Q + 'type T { a(b: Int! = 1 @deprecated, c: Int @deprecated(reason: "no")): Int @deprecated }',
  Q + 'input I { a: Int! @deprecated }',
  Q + 'input I { a: Int! = 1 @deprecated(reason: "Use b.") b: Int @deprecated }',
  Q + 'enum E { A @deprecated B @deprecated(reason: "Use C.") "The one." C }',
  Q + 'scalar S @specifiedBy(url: "https://example.org/s") "A day." scalar D',
  Q + 'input I { a: I! }',
  Q + 'input I { a: I }',
  Q + 'input I { a: [I!]! }',
  Q + 'input I { a: J! } input J { b: I! }',
  Q + 'input I { a: J! } input J { b: I }',
  Q + 'input I { a: J! } input J { b: K! } input K { c: J! d: I! }',
  Q + 'input I { a: J! } input J { b: J! }',
  Q + 'input I @oneOf { a: I }',
  Q + 'input I @oneOf { a: I b: Int }',
  Q + 'input I @oneOf { a: [I!] }',
  Q + 'input I @oneOf { a: J } input J { b: I! }',
  Q + 'input I @oneOf { a: J } input J { b: I }',
  Q + 'input I @oneOf { a: J b: K } input J { b: I! } input K { c: Int! }',
  Q + 'input I @oneOf { a: Int! }',
  Q + 'input I @oneOf { a: Int = 1 }',
  Q + 'input I @oneOf { a: Int b: String c: [I!] }',
  Q + 'input I { a: I = {} }',
  Q + 'input I { a: I = {a: null} }',
  Q + 'input I { a: I = {a: {}} }',
  Q + 'input I { a: [I] = [{}] }',
  Q + 'input I { a: [I] = [] }',
  Q + 'input I { a: J = {} } input J { b: K = {} } input K { c: I = {} }',
  Q + 'input I { a: J = {} } input J { b: K = {} } input K { c: I = {a: null} d: Int = 3 }',
  Q + 'input I { a: J = {b: {}} } input J { b: K = {} } input K { c: Int = 1 d: J }',
  Q + 'type T { a(b: Int = "x"): Int }',
  Q + 'type T { a(b: Int! = null): Int }',
  Q + 'type T { a(b: [Int!] = [1, null]): Int }',
  Q + 'type T { a(b: [[Int]] = 1, c: [Int!]! = 2, d: Float = 3, e: ID = 4, f: ID = "x", g: Boolean = true, h: String = "q\\"\\u00e4"): Int }',
  Q + 'type T { a(b: E = C): Int } enum E { A }',
  Q + 'type T { a(b: E = "A"): Int } enum E { A }',
  Q + 'type T { a(b: I = {}): Int } input I { a: Int! }',
  Q + 'type T { a(b: I = {a: 1, c: 2}): Int } input I { a: Int! }',
  Q + 'type T { a(b: I = {a: 1, d: [{a: 2}]}): Int } input I { a: Int! b: E = A d: [I!] } enum E { A }',
  Q + 'type T { a(b: I = {a: 1, b: 2}): Int } input I @oneOf { a: Int b: Int }',
  Q + 'type T { a(b: I = {b: 2}): Int } input I @oneOf { a: Int b: Int }',
  Q + 'type T { a(b: Int = 2147483648): Int }',
  Q + '"""A type.\n\nOn lines.""" type T implements I { "A field." a("An argument." b: Int = 1, c: [String!]! = ["x"]): [T!]! i: I u: U e: E! } "I" interface I { a(b: Int, c: [String!]! = ["y"]): [I!] } "U" union U = T | Query "E" enum E { "V" A B }',
];

const isOurs = (name) => !name.startsWith('__') && !['Int', 'Float', 'String', 'Boolean', 'ID'].includes(name);
const byName = (a, b) => (a.name < b.name ? -1 : 1);
const introspection = getIntrospectionQuery({ specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true, oneOf: true });

for (const text of texts) {
  let description = null;
  try {
    const schema = buildASTSchema(parse(text), { assumeValidSDL: true });
    if (validateSchema(schema).length === 0) {
      const described = graphqlSync({ schema, source: introspection }).data.__schema;
      described.types = described.types.filter((type) => isOurs(type.name)).sort(byName);
      described.types.forEach((type) => (type.possibleTypes ?? []).sort(byName));
      described.directives = described.directives.filter((directive) => text.includes(`directive @${directive.name}`)).sort(byName);
      description = described;
    }
  } catch {
    // What cannot even be built is not sound either.
  }
  console.log(JSON.stringify({ text, description }));
}
