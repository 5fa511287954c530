// The made-up world that resolvers look at: what a field gives follows from its place and arguments alone, by the same rule as in World.cs.
import { getNullableType, isAbstractType, isEnumType, isLeafType, isListType, isNonNullType } from 'graphql';

export const mix = (hash, salt) => {
  let h = (hash ^ Math.imul(salt + 1, 0x9e3779b1)) | 0;
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  h ^= h >>> 16;
  return h >>> 0;
};

export const hash = text => {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return mix(h, 0);
};

const bits = new DataView(new ArrayBuffer(8));
function number(value) {
  bits.setFloat64(0, value === 0 ? 0 : value);
  return bits.getBigUint64(0).toString(16).padStart(16, '0');
}

/** What a resolver sees as its arguments, as text; numbers by their bits, zero without sign. */
export function seen(value) {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return `${value.length}:${value}`;
  if (typeof value === 'number') return number(value);
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `[${value.map(seen).join(' ')}]`;
  return `{${Object.keys(value).sort().map(key => `${key}=${seen(value[key])}`).join(' ')}}`;
}

const texts = ['', 'plain', 'quote " and \\', 'line\nend\r\n', 'tab\t\b\f', 'ä 😀 \ufeff \u2028', '\u0001\u007f', '<&>\''];

function leaf(type, kinds, h, args) {
  const bad = mix(h, 11) % 23;
  const many = mix(h, 12);
  if (isEnumType(type)) {
    const values = type.getValues();
    return bad === 0 ? 'NOPE' : values[many % values.length].name;
  }
  switch (kinds[type.name] ?? type.name) {
    case 'Int': return bad === 0 ? 'x' : bad === 1 ? 3000000000 : bad === 2 ? 1.5 : many % 2001 - 1000;
    case 'Float': return bad === 0 ? 'x' : bad === 1 ? Infinity : bad === 2 ? 7 : (many % 200001 - 100000) / 64;
    case 'Boolean': return bad === 0 ? 'true' : many % 2 === 0;
    case 'ID': return bad === 0 ? 1.5 : bad === 1 ? 42 : `id${many % 1000}`;
    case 'Count': return bad === 0 ? 'x' : many * 1000;
    case 'Flex': return bad === 0 ? {} : many % 3 === 0 ? 'flex' : many % 3 === 1 ? many % 2 === 0 : many / 64;
    default: return bad === 0 ? {} : args !== '{}' ? args : texts[many % texts.length] + h % 10;
  }
}

/** A value for a place of this type; may be wrong for it, so that completing it fails. */
export function valueOf(schema, kinds, type, h, args) {
  if (mix(h, 1) % (isNonNullType(type) ? 41 : 7) === 0) return null;
  const inner = getNullableType(type);
  if (isListType(inner)) {
    if (mix(h, 2) % 37 === 0) return 5;
    return Array.from({ length: mix(h, 3) % 4 }, (_, i) => valueOf(schema, kinds, inner.ofType, mix(h, 100 + i), args));
  }
  if (isLeafType(inner)) return leaf(inner, kinds, h, args);
  const names = isAbstractType(inner) ? schema.getPossibleTypes(inner).map(type => type.name).sort() : [inner.name];
  return { is: names.length === 0 || mix(h, 4) % 31 === 0 ? 'Nowhere' : names[mix(h, 5) % names.length] };
}

/** The place of a field in the response, with whatever makes it differ. */
export const placeOf = (seed, path, type, field, args) => hash(`${seed}|${path}|${type}.${field}|${args}`);

export const fails = h => mix(h, 6) % 29 === 0;

/** Whether a field's resolver waits before it answers. */
export const waits = (type, field) => hash(`${type}.${field}`) % 3 === 0;
