import gateway from '@mercuriusjs/gateway';
import Fastify from 'fastify';
import { announce, sources, subgraphs } from './subgraphs.js';

const app = Fastify({ logger: false });
await app.register(gateway, {
  gateway: {
    // With its ten connections by default it idles while it waits for the sources.
    services: subgraphs.map(({ name, schema }) => ({ name, schema, url: `${sources}/${name}/graphql`, connections: 256 })),
  },
});
await app.listen({ host: '127.0.0.1', port: 0 });
announce(app.server.address().port);
