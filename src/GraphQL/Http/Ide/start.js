// Puts GraphiQL into the page. Endpoint and first headers come with the page, so that no script stands inline in it.
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
const headers = JSON.parse(ide.dataset.headers);
const hasHeaders = Object.keys(headers).length > 0;
ReactDOM.createRoot(ide).render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: ide.dataset.endpoint }),
    defaultHeaders: hasHeaders ? JSON.stringify(headers, null, 2) : undefined,
    defaultEditorToolsVisibility: hasHeaders ? "headers" : true,
    shouldPersistHeaders: false,
    storage,
  }),
);
