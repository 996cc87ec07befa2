window.SwaggerUIBundle({
  url: '/api/v2/wfm/openapi.json',
  dom_id: '#reference',
  deepLinking: true,
  // Its badge would ask another host; the session cookie goes along by itself.
  validatorUrl: null,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  requestInterceptor: (request) => {
    if (request.method === 'POST' && !request.headers['Idempotency-Key']) {
      request.headers['Idempotency-Key'] = crypto.randomUUID?.() ?? String(crypto.getRandomValues(new Uint32Array(4)));
    }
    return request;
  },
});
