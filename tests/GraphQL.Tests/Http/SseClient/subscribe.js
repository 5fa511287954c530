// Subscribes with the real client and prints each result on a line. Leaves after as many results as the third argument says.
import { createClient } from 'graphql-sse';

const [url, query, most] = process.argv.slice(2);
const client = createClient({ url, retryAttempts: 0 });
let taken = 0;
try {
  for await (const result of client.iterate({ query })) {
    console.log(JSON.stringify(result));
    if (++taken === Number(most)) break;
  }
  console.log(taken === Number(most) ? 'left' : 'complete');
} catch (error) {
  console.log(`${error.name}: ${error.message}`);
}
// Stays, so that the server sees the subscription end and not the process.
await new Promise(resolve => process.stdin.once('data', resolve).once('end', resolve));
process.exit();
