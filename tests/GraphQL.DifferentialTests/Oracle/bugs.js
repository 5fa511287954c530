// Bugs to plant in the oracle, so that tests can show that a difference is found.
const none = { rules: rules => rules, verdict: verdict => verdict, introspection: result => result, sdl: text => text };

const firstRun = (verdict, change) => {
  const result = verdict.run?.results?.[0];
  if (result) change(result);
  return verdict;
};

const bugs = {
  rule: { rules: rules => rules.filter(rule => rule.name !== 'KnownArgumentNamesRule') },
  place: { verdict: verdict => ({ ...verdict, syntax: verdict.syntax?.replace(/\d+$/, column => Number(column) + 1) }) },
  tree: { verdict: verdict => ({ ...verdict, tree: verdict.tree?.replace('(argument', '(argumend') }) },
  data: { verdict: verdict => firstRun(verdict, result => { if (result.data) result.data = { ...result.data, more: 1 }; }) },
  path: { verdict: verdict => firstRun(verdict, result => result.errors.forEach(error => error.path?.push('more'))) },
  events: { verdict: verdict => verdict.run?.results?.length > 1 ? { ...verdict, run: { ...verdict.run, results: verdict.run.results.slice(1) } } : verdict },
  parts: { verdict: verdict => verdict.run?.parts ? { ...verdict, run: { parts: verdict.run.parts.slice(0, -1) } } : verdict },
  introspection: {
    introspection: result => {
      result.__schema.types.find(type => type.inputFields).inputFields.pop();
      return result;
    },
  },
  sdl: { sdl: text => text.replace(/!(?=[^!]*$)/, '') },
};

export const bug = name => ({ ...none, ...bugs[name] });
