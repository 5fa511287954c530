// Writes a document as one line, the same as SyntaxDump.cs does, so that two trees can be compared as text.
const text = value => value === undefined || value === null ? '~' : `${value.length}:${value}`;

const kindOf = node => (node.kind.endsWith('Extension') ? 'extend ' : '') + node.kind.replace(/(Type)?(Definition|Extension)$/, '');

export function dump(node, withPlaces) {
  const at = withPlaces ? `@${node.loc.startToken.line}:${node.loc.startToken.column}` : '';
  const one = child => child ? dump(child, withPlaces) : '~';
  const all = children => `[${(children ?? []).map(one).join('')}]`;
  switch (node.kind) {
    case 'Document': return all(node.definitions);
    case 'OperationDefinition':
      return `(operation ${node.operation} ${text(node.name?.value)} ${text(node.description?.value)}${at}${all(node.variableDefinitions)}${all(node.directives)}${one(node.selectionSet)})`;
    case 'FragmentDefinition':
      return `(fragment ${text(node.name.value)} ${text(node.description?.value)}${at}${one(node.typeCondition)}${all(node.directives)}${one(node.selectionSet)})`;
    case 'SchemaDefinition': case 'SchemaExtension':
      return `(${kindOf(node)} ${text(node.description?.value)}${at}${all(node.directives)}${all(node.operationTypes)})`;
    case 'OperationTypeDefinition': return `(root ${node.operation}${at}${one(node.type)})`;
    case 'ScalarTypeDefinition': case 'ScalarTypeExtension': case 'UnionTypeDefinition': case 'UnionTypeExtension':
      return `(${kindOf(node)} ${text(node.name.value)} ${text(node.description?.value)}${at}${all(node.directives)}${all(node.types)})`;
    case 'ObjectTypeDefinition': case 'ObjectTypeExtension': case 'InterfaceTypeDefinition': case 'InterfaceTypeExtension':
      return `(${kindOf(node)} ${text(node.name.value)} ${text(node.description?.value)}${at}${all(node.interfaces)}${all(node.directives)}${all(node.fields)})`;
    case 'EnumTypeDefinition': case 'EnumTypeExtension': case 'InputObjectTypeDefinition': case 'InputObjectTypeExtension':
      return `(${kindOf(node)} ${text(node.name.value)} ${text(node.description?.value)}${at}${all(node.directives)}${all(node.values ?? node.fields)})`;
    case 'DirectiveDefinition':
      return `(${kindOf(node)} ${text(node.name.value)} ${text(node.description?.value)}${at}${node.repeatable}${all(node.arguments)}${node.locations.map(l => l.value).join(' ')})`;
    case 'FieldDefinition':
      return `(member ${text(node.name.value)} ${text(node.description?.value)}${at}${all(node.arguments)}${one(node.type)}${all(node.directives)})`;
    case 'InputValueDefinition':
      return `(input ${text(node.name.value)} ${text(node.description?.value)}${at}${one(node.type)}${one(node.defaultValue)}${all(node.directives)})`;
    case 'EnumValueDefinition':
      return `(name ${text(node.name.value)} ${text(node.description?.value)}${at}${all(node.directives)})`;
    case 'VariableDefinition':
      return `(declare ${text(node.description?.value)}${at}${one(node.variable)}${one(node.type)}${one(node.defaultValue)}${all(node.directives)})`;
    case 'SelectionSet': return `(set${at}${all(node.selections)})`;
    case 'Field':
      return `(field ${text(node.alias?.value)} ${text(node.name.value)}${at}${all(node.arguments)}${all(node.directives)}${one(node.selectionSet)})`;
    case 'FragmentSpread': return `(spread ${text(node.name.value)}${at}${all(node.directives)})`;
    case 'InlineFragment': return `(inline${at}${one(node.typeCondition)}${all(node.directives)}${one(node.selectionSet)})`;
    case 'Argument': return `(argument ${text(node.name.value)}${at}${one(node.value)})`;
    case 'ObjectField': return `(entry ${text(node.name.value)}${at}${one(node.value)})`;
    case 'Directive': return `(directive ${text(node.name.value)}${at}${all(node.arguments)})`;
    case 'NamedType': return `(type ${text(node.name.value)}${at})`;
    case 'ListType': return `(listof${at}${one(node.type)})`;
    case 'NonNullType': return `(required${at}${one(node.type)})`;
    case 'Variable': return `(variable ${text(node.name.value)}${at})`;
    case 'IntValue': return `(int ${text(node.value)}${at})`;
    case 'FloatValue': return `(float ${text(node.value)}${at})`;
    case 'StringValue': return `(string ${text(node.value)}${at})`;
    case 'BooleanValue': return `(boolean ${node.value}${at})`;
    case 'NullValue': return `(null${at})`;
    case 'EnumValue': return `(enum ${text(node.value)}${at})`;
    case 'ListValue': return `(list${at}${all(node.values)})`;
    case 'ObjectValue': return `(object${at}${all(node.fields)})`;
    default: return `(${node.kind})`;
  }
}
