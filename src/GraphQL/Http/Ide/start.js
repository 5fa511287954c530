// Puts GraphiQL into the page. Endpoint and first headers come with the page, so that no script stands inline in it.
const ide = document.getElementById("ide");
const headers = JSON.parse(ide.dataset.headers);
ReactDOM.createRoot(ide).render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: ide.dataset.endpoint }),
    defaultHeaders: Object.keys(headers).length > 0 ? JSON.stringify(headers, null, 2) : undefined,
    shouldPersistHeaders: false,
    defaultEditorToolsVisibility: Object.keys(headers).length > 0 ? "headers" : true,
  }),
);
