// The client's choice of theme, else the system's.
const chosen = localStorage.getItem('mantine-color-scheme-value');
const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
document.documentElement.classList.toggle('dark-mode', dark);

// Given an address, it would read the description as YAML, which takes seconds.
const description = await (await fetch('/api/v2/wfm/openapi.json')).json();

window.SwaggerUIBundle({
  spec: description,
  dom_id: '#reference',
  deepLinking: true,
  // Its badge would ask another host; the session cookie goes along by itself.
  validatorUrl: null,
  // Hundreds of open operations would be drawn anew at every click.
  docExpansion: 'none',
  filter: true,
  defaultModelsExpandDepth: 0,
  requestInterceptor: (request) => {
    if (request.method === 'POST' && !request.headers['Idempotency-Key']) {
      request.headers['Idempotency-Key'] = crypto.randomUUID?.() ?? String(crypto.getRandomValues(new Uint32Array(4)));
    }
    return request;
  },
});
