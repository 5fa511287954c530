// Puts GraphiQL into the page. Endpoint and what it opens with come with the page, so that no script stands inline in it.
// Tabs and history live in memory only: variables may hold personal data, which must not stay behind in a browser.
const memory = new Map();
const storage = {
  getItem: (key) => memory.get(key) ?? null,
  setItem: (key, value) => memory.set(key, value),
  removeItem: (key) => memory.delete(key),
  clear: () => memory.clear(),
  get length() { return memory.size; },
};
const ide = document.getElementById("ide");
const text = (json) => (json === "{}" ? undefined : JSON.stringify(JSON.parse(json), null, 2));
const headers = text(ide.dataset.headers);
const variables = text(ide.dataset.variables);
const query = ide.dataset.query || undefined;
ReactDOM.createRoot(ide).render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: ide.dataset.endpoint }),
    query,
    variables,
    defaultHeaders: headers,
    defaultEditorToolsVisibility: variables ? "variables" : headers ? "headers" : true,
    shouldPersistHeaders: false,
    storage,
  }),
);
