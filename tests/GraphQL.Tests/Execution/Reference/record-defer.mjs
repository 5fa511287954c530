// Records how the reference implementation (npm package graphql, version 17.1.0) answers in parts. Run by hand when cases are added:
//   npm install graphql@17.1.0 && node record-defer.mjs < defer.jsonl > recorded.jsonl && mv recorded.jsonl defer.jsonl
// One line per case: the document, its variables, and the parts without messages and locations of errors.
import { buildSchema, experimentalExecuteIncrementally, parse } from 'graphql';
import { readFileSync } from 'node:fs';

const schema = buildSchema(`
  directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
  type Query { hero: Hero  heroes: [Hero!]  strictHero: Hero! }
  type Mutation { rename(name: String!): Hero }
  type Hero { id: ID!  name: String  nested: Nested  friends: [Friend!]  broken: String!  flawed: String  self: Hero!  missing: String! }
  type Nested { id: ID!  deeper: Deeper  strict: Deeper! }
  type Deeper { foo: String  bar: String  broken: String! }
  type Friend { id: ID!  name: String  broken: String! }`);
const broken = () => { throw new Error('Broken.'); };
const deeper = { foo: 'foo', bar: 'bar', broken };
const friends = ['2', '3'].map((id) => ({ id, name: 'friend ' + id, broken }));
const hero = { id: '1', name: 'Luke', nested: { id: 'n', deeper, strict: deeper }, friends, broken, flawed: broken, missing: null, self: () => hero };
const rootValue = { hero, strictHero: hero, heroes: [hero, hero], rename: ({ name }) => ({ ...hero, name }) };

for (const line of readFileSync(0, 'utf8').trim().split('\n')) {
  const { query, variables } = JSON.parse(line);
  const result = await experimentalExecuteIncrementally({ schema, document: parse(query), variableValues: variables ?? undefined, rootValue, enableEarlyExecution: true });
  const parts = [result.initialResult ?? result];
  for await (const part of result.subsequentResults ?? []) {
    parts.push(part);
  }

  console.log(JSON.stringify({ query, variables, parts }, (key, value) => (['message', 'locations', 'extensions'].includes(key) ? undefined : value)));
}
