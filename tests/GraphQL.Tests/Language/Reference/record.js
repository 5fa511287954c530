// Records what the reference implementation says about texts of the whole grammar: that they are documents, or where they are wrong.
// npm install graphql@17.1.0, then: node record.js > corpus.jsonl
// Not recorded, as the reference goes beyond the specification or falls short of it there: empty selection sets, which it takes unless told
// otherwise; extensions of directives; escapes with more than eight digits. Nor where a text ends within an escape: both refuse it, one place apart.
const { parse } = require('graphql');

const seeds = [
  'schema { query: Q mutation: M subscription: S }',
  '"""The service.""" schema @a(x: 1) @b { query: Q }',
  'extend schema @a extend schema { mutation: M } extend schema @b { subscription: S }',
  'scalar Date "A day." scalar Day @specifiedBy(url: "https://example.org/day") extend scalar Day @a',
  'type A type B implements I type C implements & I & J @a { a: Int }',
  'type Invoice implements Node & Billed @key(fields: ["id"]) { "Its id." id: ID! lines("How many." first: Int = 10 @a, after: String): [[Line!]]! @deprecated(reason: "Old.") }',
  'extend type A implements I extend type A @a extend type A { a: Int } extend type A implements I & J @a { b(c: {d: [1, E]} ): T }',
  'interface I interface J implements I { type(input: type = TYPE): on } extend interface J @a extend interface J implements K',
  'union U union V @a union W = A union X = | A | B | C extend union U = D extend union V @b extend union W @c = | E',
  'enum E enum F @a { A } enum G { "a" A @a """b""" B type on query } extend enum G { C } extend enum G @a',
  'input I input J @oneOf { a: Int b: [String!] = ["x", """y"""] @a } extend input I { "c" c: J = {a: 1} } extend input I @a',
  'directive @a on FIELD directive @b(x: Int = 1 @c, "y" y: [B!]) repeatable on | OBJECT | INPUT_FIELD_DEFINITION "d" directive @repeatable repeatable on QUERY | VARIABLE_DEFINITION',
  'query ("which" $a: Int = 1 @a, """b""" $b: [ID!]!) @c { x: a(b: $a, c: [$a, {d: $b}]) @d(e: $a) ...F ... on T @e { g } ... { h } } fragment F on T @a { i }',
  '"reads" query Q { a } """writes""" mutation M { b } "streams" subscription S { c } "part" fragment on_ on on { on } { query mutation fragment }',
  'query subscription($query: fragment = {}) { fragment: mutation(type: null, schema: true, input: -0.1E+2) ...query ...extend }',
  'type T { a: String @deprecated(reason: "\\u{1F600} \\uD83D\\uDE00 \\" \\\\ \\/ \\b\\f\\n\\r\\t") b: Float = 1 }',
];

const edges = [
  '', '#', '\uFEFF{a}', '{a}\uFEFF', ',,{,a,},', '"x"', '"x" "y" type A', '"x" extend type A { a: B }', '"x" {a}', 'extend', 'extend "x" type A @a',
  'extend query {a}', 'extend fragment F on T {a}', 'extend type A', 'extend schema', 'extend schema {}', 'extend scalar A',
  'extend union A', 'extend union A =', 'extend enum A', 'extend input A', 'extend interface A', 'schema', 'schema {}', 'schema @a', 'schema { query: [Q] }',
  'schema { other: Q }', 'schema { query Q }', 'type A {}', 'type A { }', 'type A { a }', 'type A { a: }', 'type A { a(): B }', 'type A { a(b): B }',
  'type A { a(b: $c): B }', 'type A { a(b: C = $c): B }', 'type A { a: B = 1 }', 'type A implements', 'type A implements { a: B }', 'type A implements I J { a: B }',
  'type A implements I, J { a: B }', 'type A implements I && J { a: B }', 'type A implements & & J', 'type A implements I &', 'type A @a(b: $c) { a: B }',
  'type {a: B}', 'type true { false: null }', 'enum A {}', 'enum A { true }', 'enum A { B false }', 'enum A { null }', 'enum A { B: 1 }', 'enum A { 1 }', 'union A =', 'union A = |',
  'union A = || B', 'union A = B |', 'union A = B C', 'union A = [B]', 'union = B', 'input A {}', 'input A { a(b: C): D }', 'input A { a: B = }', 'input A { a: B = $c }',
  'input A { a: B! = [1 2 ,, 3] }', 'directive a on FIELD', 'directive @a', 'directive @a on', 'directive @a on |', 'directive @a on FIELD |', 'directive @a on field',
  'directive @a on UNKNOWN', 'directive @a() on FIELD', 'directive @a on FIELD | FIELD', 'directive @a repeatable', 'directive @a repeatable repeatable on FIELD',
  'directive @a on FIELD & QUERY', 'scalar', 'scalar A { a: B }', 'scalar A @a()', 'interface A = B', 'Type A', 'types A', 'query { a } type A { b: C }', 'query {', 'query {}',
  'query', 'query Q', 'query on {a}', 'mutation subscription {a}', 'subscription', 'fragment', 'fragment F', 'fragment F on', 'fragment F on T', 'fragment on on on {a}',
  'fragment F($a: Int) on T {a}', 'fragment F T {a}', '{ a @ b }', '{ a @b() }', '{ ...F() }', '{ ... @a }', '{ ... on }', '{ ... on on { on } }', '{ ....a }', '{ a: b: c }', '{ a { } }',
  '{ a(b: $) }', '{ a(b: $c: 1) }', '{ a(b: {c}) }', '{ a(b: {c: 1,,d: 2,}) }', '{ a(b: [}) }', '{ a(b: [1,[2,[]]]) }', '{ a(b: c d: e) }', '{ a(b: 1.) }', '{ a(b: -) }',
  '{ a(b: 00) }', '{ a(b: 1.e1) }', '{ a(b: 0.0e-0) }', '{ a(b: 1e+) }', '{ a(b: 0x1) }', '{ a(b: 1a) }', '{ a(b: 1_) }', '{ a(b: 1.0.) }', '{ a(b: 1...c) }', '{ a(b: +1) }', '{ a(b: .1) }',
  '{ a(b: ") }', '{ a(b: "\\x") }', '{ a(b: "\\u12") }', '{ a(b: "\\u{110000}") }', '{ a(b: "\\u{10FFFF}") }', '{ a(b: "\\u{}") }', '{ a(b: "\\u{D800}") }', '{ a(b: "\\uD800") }',
  '{ a(b: "\\uDC00\\uD800") }', '{ a(b: "\\uD83D\\u{DE00}") }', '{ a(b: "\\uD83D\\uDE00") }', '{ a(b: "\\u{00000041}") }', '{ a(b: "\\U0041") }', '{ a(b: "\u0001\u007F") }', '{ a(b: "c\nd") }',
  '{ a(b: """c\nd""") }', '{ a(b: """\\""" \\u12 \\x """) }', '{ a(b: """c) }', '{ a(b: """"""") }', '{ a(b: """""") }', '{ a(b: """" """) }', "{ a(b: 'c') }", '{ a(b: "c"d: 1) }',
  'query ($a) {b}', 'query ($a: ) {b}', 'query ($a: Int = ) {b}', 'query (a: Int) {b}', 'query () {b}', 'query ($a: [Int) {b}', 'query ($a: Int!!) {b}', 'query ($a: Int @a(b: $c)) {b}',
  'query ($a: Int = {b: $c}) {b}', 'query ($a: $b) {b}', 'query ("x") {b}', 'query ("x" "y" $a: Int) {b}', '{ a } }', '{ a & b }', '{ a | b }', '?', '{ a ? }', '{ ä }', '{ a } é', '{ a(b: ä) }',
];

// The same numbers everywhere: this is no place for chance.
let state = 17;
const next = (limit) => (state = (state * 48271) % 2147483647) % limit;
const mutants = [];
for (let round = 0; round < 45; round++) {
  for (const seed of seeds) {
    const words = seed.split(/(\s+|[^\w\s])/).filter((word) => word.length > 0);
    const at = next(words.length);
    const other = words[next(words.length)];
    [() => words.splice(at, 1), () => words.splice(at, 0, other), () => words.splice(at, 1, other), () => words.splice(at)][next(4)]();
    mutants.push(words.join(''));
  }
}

for (const text of new Set([...seeds, ...edges, ...mutants].filter((text) => !text.endsWith('\\')))) {
  let at = null;
  try {
    parse(text, { allowEmptySelectionSets: false });
  } catch (error) {
    at = `${error.locations[0].line}:${error.locations[0].column}`;
  }
  console.log(JSON.stringify({ text, at }));
}
