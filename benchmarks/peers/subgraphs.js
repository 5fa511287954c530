import { readFileSync } from 'node:fs';

/** The four sources as subgraphs: the same fields as the library serves. */
export const subgraphs = ['profile', 'invoices', 'calls', 'visits'].map((name) => ({
  name,
  schema: readFileSync(new URL(`subgraphs/${name}.graphql`, import.meta.url), 'utf8'),
}));

/** Stands in supergraph.graphql where the sources' address belongs. */
export const anySources = 'http://sources.invalid';

/** Where the sources are: the first argument of every gateway. */
export const sources = process.argv[2]?.replace(/\/$/, '');

/** Says where we listen, in the words that the load tool waits for. */
export function announce(port) {
  console.log(`Listening on http://127.0.0.1:${port}`);
}
