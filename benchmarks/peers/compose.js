// Composes the subgraphs into supergraph.graphql, which is committed: npm install && npm run compose.
import { writeFileSync } from 'node:fs';
import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';
import { anySources, subgraphs } from './subgraphs.js';

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])\n\n';
const { supergraphSdl, errors } = composeServices(
  subgraphs.map(({ name, schema }) => ({ name, url: `${anySources}/${name}/graphql`, typeDefs: parse(link + schema) })),
);
if (errors?.length) {
  throw new Error(errors.map((error) => error.message).join('\n'));
}

writeFileSync(new URL('supergraph.graphql', import.meta.url), supergraphSdl.trim() + '\n');
