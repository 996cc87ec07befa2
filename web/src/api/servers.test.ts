import { expect, it, vi } from 'vitest';
import { ask, createServers, keepParts } from './servers';

const [own, other] = ['http://one:7070', 'http://two:7071'];

/** A network in which only some servers answer. */
function network(...alive: string[]) {
  const asked: Request[] = [];
  vi.stubGlobal('fetch', (request: Request) => {
    asked.push(request);
    return alive.includes(new URL(request.url).origin) ? Promise.resolve(Response.json(['assets/a.js'])) : Promise.reject(new TypeError('refused'));
  });
  return asked;
}

const post = (headers: Record<string, string>) => new Request(`${own}/api/x?y=1`, { method: 'POST', body: '{"a":1}', headers });

it('asks the server that the page came from while it answers', async () => {
  const asked = network(own, other);
  await ask(new Request(`${own}/api/x`), createServers(own, [own, other]));
  expect(asked.map((request) => request.url)).toEqual([`${own}/api/x`]);
});

it('goes on at the next server with the same question, and stays there', async () => {
  const asked = network(other);
  const servers = createServers(own, [other]);
  await ask(post({ 'Idempotency-Key': 'k' }), servers);
  await ask(new Request(`${own}/api/z`), servers);
  expect(asked.map((request) => request.url)).toEqual([`${own}/api/x?y=1`, `${other}/api/x?y=1`, `${other}/api/z`]);
  expect(await asked[1]?.text()).toBe('{"a":1}');
  expect([asked[1]?.headers.get('Idempotency-Key'), asked[1]?.credentials]).toEqual(['k', 'include']);
});

it('sends nothing twice that does not name its intent, but asks the next server from then on', async () => {
  const asked = network(other);
  const servers = createServers(own, [other]);
  await expect(ask(post({}), servers)).rejects.toThrow('refused');
  expect(asked).toHaveLength(1);
  expect(servers.now()).toBe(other);
});

it('says that nobody answers after each was asked once', async () => {
  const asked = network();
  await expect(ask(new Request(`${own}/api/x`), createServers(own, [other]))).rejects.toThrow('refused');
  expect(asked).toHaveLength(2);
});

it('leaves a server once, however many notice', () => {
  const servers = createServers(own, [other]);
  servers.leave(own);
  servers.leave(own);
  expect(servers.now()).toBe(other);
});

it('leaves no server for a question that was taken back', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new DOMException('aborted', 'AbortError')));
  const servers = createServers(own, [other]);
  await expect(ask(new Request(`${own}/api/x`, { signal: AbortSignal.abort() }), servers)).rejects.toThrow();
  expect(servers.now()).toBe(own);
});

it('keeps every part of the client where there is another server, and only there', async () => {
  const asked = network(own, other);
  await keepParts(createServers(own, []));
  expect(asked).toHaveLength(0);
  await keepParts(createServers(own, [other]));
  expect(asked.map((request) => request.url)).toEqual([`${own}/parts.json`, `${own}/assets/a.js`]);
});
