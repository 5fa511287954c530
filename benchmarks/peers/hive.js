import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { announce, anySources, sources } from './subgraphs.js';

const supergraph = readFileSync(new URL('supergraph.graphql', import.meta.url), 'utf8').replaceAll(anySources, sources);
const server = createServer(createGatewayRuntime({ supergraph, logging: false }));
server.listen(0, '127.0.0.1', () => announce(server.address().port));
