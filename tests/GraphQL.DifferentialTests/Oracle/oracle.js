// The reference implementation as a judge: reads one batch per line (a schema and documents for it), answers with what it says about each.
import { createInterface } from 'node:readline';
import * as graphql from 'graphql';
import { dump } from './dump.js';
import { patches } from './patches.js';
import { bug } from './bugs.js';
import { customScalars } from './scalars.js';
import { fails, mix, placeOf, seen, valueOf, waits } from './world.js';

const placesOf = error => (error.locations ?? []).map(place => `${place.line}:${place.column}`).join(' ');
const pathOf = info => graphql.responsePathAsArray(info.path).join('.');
// Empty selection sets are allowed by default, until version 18; the specification has none.
const parse = text => graphql.parse(text, { allowEmptySelectionSets: false });
const tick = () => new Promise(resolve => setImmediate(resolve));

function argumentsOf(args) {
  return seen(args);
}

function addResolvers(schema, batch) {
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (customScalars[batch.scalars[type.name]]) Object.assign(type, customScalars[batch.scalars[type.name]]);
    if (graphql.isAbstractType(type)) type.resolveType = value => value.is;
    if (!graphql.isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const answer = (args, info) => {
        const given = argumentsOf(args);
        const place = placeOf(batch.seed, pathOf(info), type.name, field.name, given);
        if (fails(place)) throw new Error('planned');
        return valueOf(schema, batch.scalars, field.type, place, given);
      };
      if (type === schema.getSubscriptionType()) {
        field.resolve = event => event;
        field.subscribe = (_, args, __, info) => events(schema, batch, type, field, argumentsOf(args), pathOf(info));
      } else if (waits(type.name, field.name)) {
        field.resolve = async (_, args, __, info) => {
          await tick();
          return answer(args, info);
        };
      } else {
        field.resolve = (_, args, __, info) => answer(args, info);
      }
    }
  }
}

function events(schema, batch, type, field, args, path) {
  const place = placeOf(batch.seed, path, type.name, field.name, args);
  if (fails(place)) throw new Error('planned');
  return (async function* () {
    for (let i = 0; i < mix(place, 7) % 4; i++) {
      if (mix(place, 200 + i) % 9 === 0) throw new Error('planned');
      yield valueOf(schema, batch.scalars, field.type, mix(place, 300 + i), args);
    }
  })();
}

const plain = result => ({
  ...(Object.hasOwn(result, 'data') && { data: result.data }),
  errors: (result.errors ?? []).map(error => ({ message: error.message, at: placesOf(error), path: error.path ?? null })),
});

async function run(schema, document, one) {
  const args = { schema, document, variableValues: one.variables, operationName: one.operation, hideSuggestions: true };
  const operation = graphql.getOperationAST(document, one.operation);
  if (operation?.operation !== 'subscription') {
    const result = await graphql.experimentalExecuteIncrementally(args);
    if (!result.initialResult) return { results: [plain(result)], broke: false };
    const parts = [result.initialResult];
    for await (const part of result.subsequentResults) parts.push(part);
    return { parts };
  }
  const stream = await graphql.subscribe(args);
  if (!stream[Symbol.asyncIterator]) return { results: [plain(stream)], broke: false };
  const results = [];
  try {
    for await (const result of stream) results.push(plain(result));
    return { results, broke: false };
  } catch {
    return { results, broke: true };
  }
}

async function judge(schema, one, plant) {
  let document;
  try {
    document = parse(one.text);
  } catch (error) {
    return bug(plant).verdict({ syntax: placesOf(error) });
  }
  const verdict = { tree: dump(document, true), printed: graphql.print(document), reread: reread(document, one.printed) };
  verdict.errors = graphql.validate(schema, document, bug(plant).rules(graphql.specifiedRules), { maxErrors: 10000, hideSuggestions: true })
    .map(error => ({ message: error.message, at: placesOf(error), path: null }));
  if (verdict.errors.length === 0) verdict.run = await run(schema, document, one);
  return bug(plant).verdict(verdict);
}

/** Whether what the other side printed means the same document. */
function reread(document, printed) {
  if (printed === null) return true;
  try {
    return dump(parse(printed), false) === dump(document, false);
  } catch {
    return false;
  }
}

/** Names what differs between the schema and what the other side printed of it. */
function compareSdl(schema, printed) {
  const other = withDefer(graphql.buildSchema(printed));
  const types = one => Object.fromEntries(Object.values(one.getTypeMap()).filter(t => !t.name.startsWith('__')).map(t => [t.name, graphql.printType(t)]));
  const directives = one => Object.fromEntries(one.getDirectives().map(d => ['@' + d.name, graphql.printDirective(d)]));
  const roots = one => ({ schema: [one.description, one.getQueryType(), one.getMutationType(), one.getSubscriptionType()].join(' ') });
  const [mine, theirs] = [schema, other].map(one => ({ ...types(one), ...directives(one), ...roots(one) }));
  return Object.keys({ ...mine, ...theirs }).filter(name => mine[name] !== theirs[name])
    .map(name => `${name}: ${mine[name]} <> ${theirs[name]}`).join('\n');
}

const withDefer = schema => new graphql.GraphQLSchema({
  ...schema.toConfig(),
  directives: [...schema.getDirectives().filter(directive => directive.name !== 'defer'), graphql.GraphQLDeferDirective],
});

async function answer(batch) {
  const plant = bug(batch.plant);
  const schema = withDefer(graphql.buildSchema(batch.sdl));
  const mistakes = graphql.validateSchema(schema);
  if (mistakes.length > 0) throw new Error(mistakes.map(mistake => mistake.message).join('\n'));
  addResolvers(schema, batch);
  const introspection = plant.introspection(graphql.executeSync({ schema, document: parse(batch.introspect) }).data);
  const cases = [];
  for (const one of batch.cases) cases.push(await judge(schema, one, batch.plant));
  return { introspection, sdl: compareSdl(schema, plant.sdl(batch.printed)), cases };
}

for await (const line of createInterface({ input: process.stdin })) {
  const message = JSON.parse(line);
  let reply;
  try {
    if (message.patches) {
      for (const name of message.patches) patches[name]?.(message.introspection.__schema);
      reply = { version: graphql.version };
    } else {
      reply = await answer(message);
    }
  } catch (error) {
    reply = { error: error.stack };
  }
  process.stdout.write(JSON.stringify(reply) + '\n');
}
