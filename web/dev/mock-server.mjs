// A stand-in for the server until it is there: the same contract on data in memory, and the built client under the same
// policy. node dev/mock-server.mjs [port]. Users: ada.lovelace (everything), agner.erlang (sees nothing of System), and
// amalie.brandt (first password); the password of all is "muster".
import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import * as data from './mock-data.mjs';

const root = '/api/v2/wfm';
const dist = new URL('../dist/', import.meta.url).pathname;
const sessions = new Map();
const preferences = new Map();
const failures = new Map();
const startedAt = new Date();
const password = 'muster';
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.json': 'application/json', '.png': 'image/png', '.webmanifest': 'application/manifest+json' };

class Refusal extends Error {
  constructor(status, title, detail, errors) {
    super(detail);
    this.body = { type: 'about:blank', status, title, detail, errors };
  }
}
const need = (condition, ...refusal) => {
  if (!condition) {
    throw new Refusal(...refusal);
  }
};
const required = (body, ...fields) => {
  const errors = fields.filter((field) => !body[field]).map((field) => ({ field, message: 'Give a value.' }));
  need(errors.length === 0, 400, 'The request is not valid', 'One or more fields are wrong.', errors);
};
const current = (request, item) =>
  need(request.headers['if-match'] === `"${item.version}"`, 412, 'Changed meanwhile', 'The entity has another version now.');
const find = (list, id) => {
  const item = list.find((one) => one.id === id);
  need(item, 404, 'Not found', 'There is no such entity.');
  return item;
};
const change = (item, changes) => Object.assign(item, changes, { version: item.version + 1 });
const named = (grants) => grants.map((one) => data.grant(find(data.roles, one.role_id), one.scope_kind, one.scope_id ?? null));
const firstPassword = () => randomBytes(9).toString('base64url');
const sessionOf = (request) => sessions.get(/muster=([^;]+)/.exec(request.headers.cookie ?? '')?.[1]);
const pageOf = (list, query, size = 20) => {
  const from = Number(query.get('cursor') ?? 0);
  const limit = Math.min(Number(query.get('limit') ?? size), size);
  return { items: list.slice(from, from + limit), next_cursor: from + limit < list.length ? String(from + limit) : null };
};
const view = (user) => ({
  user: { id: user.id, user_name: user.user_name, display_name: user.display_name, email: user.email }, must_change_password: user.must_change_password,
  permissions: user === data.users[0] ? data.permissions.map((one) => one.name) : [], grants: user.grants, expires_at: data.ago(-480),
});

const routes = [
  ['POST /session', ({ body, answer }) => {
    const user = data.users.find((one) => one.user_name === body.user_name);
    need(!user?.locked_until, 401, 'Not signed in', 'This account is locked for another 14 minutes after 5 wrong passwords.');
    need(user && body.password === password, 401, 'Not signed in', 'The user name or the password is wrong.');
    const key = randomUUID();
    sessions.set(key, user);
    answer.setHeader('set-cookie', `muster=${key}; HttpOnly; SameSite=Strict; Path=/`);
    return view(user);
  }],
  ['GET /session', ({ user }) => view(user)],
  ['DELETE /session', ({ request }) => void sessions.delete(/muster=([^;]+)/.exec(request.headers.cookie)?.[1])],
  ['POST /session/password', ({ user, body }) => {
    need(body.current_password === password, 400, 'The request is not valid', 'One or more fields are wrong.', [{ field: 'current_password', message: 'This is not your present password.' }]);
    need(body.new_password.length >= 12, 400, 'The request is not valid', 'One or more fields are wrong.', [{ field: 'new_password', message: 'Use at least 12 characters.' }]);
    user.must_change_password = false;
  }],
  ['GET /session/preferences/:id', ({ user, id }) => ({ value: preferences.get(user.id + id) ?? null })],
  ['PUT /session/preferences/:id', ({ user, id, body }) => void preferences.set(user.id + id, body.value)],
  ['GET /users', ({ query }) => {
    const words = (query.get('search') ?? '').toLowerCase();
    return pageOf(data.users.filter((one) => `${one.user_name} ${one.display_name} ${one.email}`.toLowerCase().includes(words)), query);
  }],
  ['POST /users', ({ body, answer }) => {
    required(body, 'user_name', 'display_name');
    need(!data.users.some((one) => one.user_name === body.user_name), 409, 'The user name is taken', 'Choose another user name.', [{ field: 'user_name', message: 'Another user has this name.' }]);
    const user = { id: randomUUID(), email: null, disabled: false, locked_until: null, must_change_password: true, last_signed_in_at: null, version: 1, created_at: data.ago(0), ...body, grants: named(body.grants) };
    data.users.unshift(user);
    answer.statusCode = 201;
    return { user, first_password: firstPassword() };
  }],
  ['GET /users/:id', ({ id }) => find(data.users, id)],
  ['PATCH /users/:id', ({ id, body, request }) => { current(request, find(data.users, id)); return change(find(data.users, id), body); }],
  ['PUT /users/:id/grants', ({ id, body, request }) => { current(request, find(data.users, id)); return change(find(data.users, id), { grants: named(body.grants) }); }],
  ['POST /users/:id/password-reset', ({ id }) => ({ user: change(find(data.users, id), { must_change_password: true }), first_password: firstPassword() })],
  ['GET /permissions', () => ({ items: data.permissions })],
  ['GET /access-roles', () => ({ items: data.roles })],
  ['POST /access-roles', ({ body, answer }) => {
    required(body, 'name');
    const made = { id: randomUUID(), ...body, built_in: false, version: 1 };
    data.roles.push(made);
    answer.statusCode = 201;
    return made;
  }],
  ['PATCH /access-roles/:id', ({ id, body, request }) => { current(request, find(data.roles, id)); return change(find(data.roles, id), body); }],
  ['DELETE /access-roles/:id', ({ id, request }) => { current(request, find(data.roles, id)); data.roles.splice(data.roles.indexOf(find(data.roles, id)), 1); }],
  ['GET /clients', ({ query }) => pageOf(data.clients, query)],
  ['POST /clients', ({ body, answer }) => {
    required(body, 'name');
    const made = { id: randomUUID(), client_id: `mc_${randomUUID().slice(0, 13)}`, disabled: false, token_minutes: 60, version: 1, created_at: data.ago(0), last_used_at: null, ...body, grants: named(body.grants) };
    data.clients.push(made);
    answer.statusCode = 201;
    return { client: made, client_secret: randomBytes(24).toString('base64url') };
  }],
  ['PATCH /clients/:id', ({ id, body, request }) => { current(request, find(data.clients, id)); return change(find(data.clients, id), body); }],
  ['PUT /clients/:id/grants', ({ id, body, request }) => { current(request, find(data.clients, id)); return change(find(data.clients, id), { grants: named(body.grants) }); }],
  ['POST /clients/:id/secret', ({ id }) => ({ client: change(find(data.clients, id), {}), client_secret: randomBytes(24).toString('base64url') })],
  ['GET /tokens', ({ query }) => pageOf(data.tokens, query, 8)],
  ['DELETE /tokens/:id', ({ id }) => void Object.assign(find(data.tokens, id), { revoked_at: data.ago(0) })],
  ['GET /audit', ({ query }) => {
    const has = (value, name) => !query.get(name) || (value ?? '').toLowerCase().includes(query.get(name).toLowerCase());
    return pageOf(data.audit.filter((one) => has(one.actor_name, 'actor') && has(one.entity, 'entity') && has(one.entity_id, 'entity_id')
      && (!query.get('from') || one.at >= query.get('from')) && (!query.get('to') || one.at < query.get('to'))), query);
  }],
  ['GET /system/node', () => ({
    name: 'north-1', build: '0.1.0+caa6e85', started_at: startedAt.toISOString(), process_id: process.pid, machine: 'north-1.example.org', roles: ['server', 'directory', 'daemon'],
    urls: ['http://127.0.0.1:8080'], uptime_seconds: (Date.now() - startedAt) / 1000, memory_bytes: process.memoryUsage().rss,
    health: { status: 'ready', checks: [
      { name: 'database', ok: true, sentence: 'The database answered in 0.4 ms.' }, { name: 'schema', ok: true, sentence: 'The schema is at version 7, as this build needs.' },
      { name: 'disk', ok: true, sentence: '212 GiB are free, the alarm is at 1 GiB.' }, { name: 'daemon', ok: true, sentence: 'Holds its lease, renewed 0.2 s ago.' }] },
    database: { kind: 'built-in PostgreSQL', version: '18.1', schema_version: 7, size_bytes: 48_234_496 },
  })],
  ['GET /system/roles', () => ({ items: data.nodeRoles })],
  ['GET /system/options', () => ({ items: data.options })],
  // For tests only: the next answers of a path are this status.
  ['POST /mock/failures', ({ body }) => void failures.set(body.path, body.status)],
].map(([route, handle]) => {
  const [method, path] = route.split(' ');
  return { method, pattern: new RegExp(`^${path.replace(':id', '([^/]+)')}$`), handle };
});

async function readBody(request) {
  const chunks = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  return chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : {};
}

async function api(request, answer, url) {
  const path = url.pathname.slice(root.length);
  if (path === '/openapi.json') {
    answer.setHeader('content-type', 'application/json');
    return answer.end(readFileSync(new URL('../src/api/openapi.json', import.meta.url)));
  }
  const user = sessionOf(request);
  const route = routes.find((one) => one.method === request.method && one.pattern.test(path));
  need(route, 404, 'Not found', `There is no ${request.method} ${path}.`);
  need(!failures.get(path), failures.get(path), 'Failed on purpose', 'The stand-in server was told to fail here.');
  need(user || path === '/session' && request.method === 'POST' || path.startsWith('/mock'), 401, 'Not signed in', 'Sign in first.');
  const body = await readBody(request);
  need(request.method !== 'POST' || request.headers['idempotency-key'] || path.startsWith('/mock'), 400, 'No Idempotency-Key', 'Every POST needs one.');
  const result = route.handle({ request, answer, user, body, query: url.searchParams, id: route.pattern.exec(path)[1] });
  answer.statusCode = result === undefined ? 204 : answer.statusCode;
  answer.setHeader('content-type', 'application/json');
  answer.end(result === undefined ? undefined : JSON.stringify(result));
}

export const policy = (nonce) =>
  `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data:; font-src 'self'; connect-src 'self'; `
  + `manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;

function file(request, answer, url) {
  const wanted = join(dist, normalize(url.pathname), url.pathname.endsWith('/') ? 'index.html' : '');
  const path = existsSync(wanted) && statSync(wanted).isFile() ? wanted : join(dist, 'index.html');
  answer.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream');
  answer.setHeader('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (extname(path) === '.html') {
    const nonce = randomBytes(16).toString('base64');
    answer.setHeader('content-security-policy', policy(nonce));
    return answer.end(readFileSync(path, 'utf8').replaceAll('__CSP_NONCE__', nonce));
  }
  const squeezed = existsSync(`${path}.gz`) && request.headers['accept-encoding']?.includes('gzip');
  if (squeezed) {
    answer.setHeader('content-encoding', 'gzip');
  }
  return answer.end(readFileSync(squeezed ? `${path}.gz` : path));
}

export const server = createServer((request, answer) => {
  const url = new URL(request.url, 'http://localhost');
  const refuse = (error) => {
    const problem = error instanceof Refusal ? error.body : { status: 500, title: 'The stand-in failed', detail: String(error.stack) };
    answer.writeHead(problem.status, { 'content-type': 'application/problem+json' }).end(JSON.stringify(problem));
  };
  if (url.pathname.startsWith(root)) {
    api(request, answer, url).catch(refuse);
  } else {
    file(request, answer, url);
  }
});

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const port = Number(process.argv[2] ?? 8090);
  server.listen(port, '127.0.0.1', () => console.log(`stand-in server on http://127.0.0.1:${port}`));
}
