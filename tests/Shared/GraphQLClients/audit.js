// Runs the audits of graphql-http against a server and prints each on a line, as JSON.
// Arguments: address, and headers as a JSON object that go with every request.
import { serverAudits } from 'graphql-http';

const [url, headers = '{}'] = process.argv.slice(2);
const further = JSON.parse(headers);
const fetchFn = (address, init = {}) => fetch(address, { ...init, headers: { ...init.headers, ...further } });
for (const audit of serverAudits({ url, fetchFn })) {
  const { id, name, status, reason } = await audit.fn();
  console.log(JSON.stringify({ id, name, status, reason }));
}
process.exit();
