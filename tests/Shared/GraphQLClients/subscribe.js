// Subscribes with the real client and prints on lines what comes: each result, 'reconnecting', and how it ended.
// The argument is JSON: url, query, variables, headers; most: leave after so many results; retries: how often to come back.
import { createClient } from 'graphql-sse';

const { url, query, variables, headers, most, retries = 0 } = JSON.parse(process.argv[2]);
const client = createClient({
  url,
  headers,
  retryAttempts: retries,
  retry: () => new Promise(resolve => setTimeout(resolve, 100)),
  on: { connecting: again => again && console.log('reconnecting') },
});
let taken = 0;
try {
  for await (const result of client.iterate({ query, variables })) {
    console.log(JSON.stringify(result));
    if (++taken === most) break;
  }
  console.log(taken === most ? 'left' : 'complete');
} catch (error) {
  console.log(`${error.name}: ${error.message}`);
}
// Stays, so that the server sees the subscription end and not the process.
await new Promise(resolve => process.stdin.once('data', resolve).once('end', resolve));
process.exit();
