// Custom scalars by kind, as in CustomScalar.cs.
const wrong = () => { throw new TypeError('not a value of this scalar'); };
const upper = text => text.replace(/[a-z]/g, letter => letter.toUpperCase());
const text = value => typeof value === 'string' ? value : wrong();
const count = value => Number.isSafeInteger(value) ? value : wrong();
const flex = value => typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value) ? value : wrong();

function read(node) {
  switch (node.kind) {
    case 'StringValue': return node.value;
    case 'BooleanValue': return node.value;
    case 'IntValue': case 'FloatValue': return Number(node.value);
    default: return wrong();
  }
}

const scalar = (coerce, literal = read) => ({
  coerceInputValue: coerce,
  coerceInputLiteral: node => coerce(literal(node)),
  coerceOutputValue: coerce,
});

export const customScalars = {
  Text: scalar(text),
  Upper: scalar(value => upper(text(value))),
  Count: scalar(count, node => node.kind === 'IntValue' ? Number(node.value) : wrong()),
  Flex: scalar(flex),
};
