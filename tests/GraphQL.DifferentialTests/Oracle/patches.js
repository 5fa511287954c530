// What is done to the oracle so that it can be compared; the names and reasons stand in Deviations.cs.
import * as graphql from 'graphql';

const { __Directive, __DirectiveLocation, __InputValue, __Schema, __Type } = Object.fromEntries(graphql.introspectionTypes.map(type => [type.name, type]));
const byName = (a, b) => a.name < b.name ? -1 : a.name > b.name ? 1 : 0;

function notation(node) {
  switch (node.kind) {
    case 'ObjectValue': return `{${node.fields.map(field => `${field.name.value}: ${notation(field.value)}`).join(', ')}}`;
    case 'ListValue': return `[${node.values.map(notation).join(', ')}]`;
    default: return graphql.print(node);
  }
}

function sortResults(fields, name) {
  const resolve = fields[name].resolve;
  fields[name].resolve = (...given) => {
    const list = resolve(...given);
    return list ? [...list].sort(byName) : list;
  };
}

export const patches = {
  'order-of-types'() {
    sortResults(__Schema.getFields(), 'types');
    sortResults(__Schema.getFields(), 'directives');
    sortResults(__Type.getFields(), 'possibleTypes');
  },
  'later-than-2025'() {
    delete __Directive.getFields().isDeprecated;
    delete __Directive.getFields().deprecationReason;
    __Schema.getFields().directives.args = [];
    const later = ['FRAGMENT_VARIABLE_DEFINITION', 'DIRECTIVE_DEFINITION'];
    __DirectiveLocation._values = __DirectiveLocation.getValues().filter(value => !later.includes(value.name));
    __DirectiveLocation._valueLookup = null;
    __DirectiveLocation._nameLookup = null;
    graphql.GraphQLDeprecatedDirective.locations = graphql.GraphQLDeprecatedDirective.locations.filter(location => !later.includes(location));
  },
  'default-notation'() {
    const field = __InputValue.getFields().defaultValue;
    const resolve = field.resolve;
    field.resolve = (...given) => {
      const text = resolve(...given);
      return typeof text === 'string' ? notation(graphql.parseValue(text)) : text;
    };
  },
  'finite-floats'() {
    const float = graphql.GraphQLFloat;
    const coerce = float.coerceInputLiteral;
    float.coerceInputLiteral = node => {
      const value = coerce.call(float, node);
      if (!Number.isFinite(value)) throw new graphql.GraphQLError('Float cannot represent an infinite number', { nodes: node });
      return value;
    };
  },
  /** Takes over our descriptions, given as our own introspection. */
  'own-descriptions'(ours) {
    const describe = (theirs, mine) => {
      if (mine && theirs) theirs.description = mine.description ?? undefined;
    };
    const arguments_ = (theirs, mine) => theirs.args.forEach(arg => describe(arg, mine?.args.find(one => one.name === arg.name)));
    for (const mine of ours.types) {
      const theirs = [...graphql.introspectionTypes, ...graphql.specifiedScalarTypes].find(type => type.name === mine.name);
      if (!theirs) continue;
      describe(theirs, mine);
      for (const field of mine.fields ?? []) {
        const their = theirs.getFields()[field.name];
        if (!their) continue;
        describe(their, field);
        arguments_(their, field);
      }
      for (const value of mine.enumValues ?? []) describe(theirs.getValue(value.name), value);
    }
    for (const mine of ours.directives) {
      const theirs = [...graphql.specifiedDirectives, graphql.GraphQLDeferDirective].find(directive => directive.name === mine.name);
      if (!theirs) continue;
      describe(theirs, mine);
      arguments_(theirs, mine);
    }
  },
};
