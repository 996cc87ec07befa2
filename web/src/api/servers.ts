/**
 * The servers that a page may ask: the one that it came from, and those that the installation names beside it. One is asked until it
 * does not answer any more, then the next one.
 */
export function createServers(own: string, named: readonly string[]) {
  const all = [own, ...named.filter((one) => one !== own)];
  let place = 0;
  const now = (): string => all[place] ?? own;
  return {
    own,
    count: all.length,
    now,
    /** That one did not answer. Whoever was told so before has gone on already. */
    leave: (which: string): void => {
      if (which === now()) {
        place = (place + 1) % all.length;
      }
    },
  };
}

export type Servers = ReturnType<typeof createServers>;

/** The server writes them into the page; in front of a load balancer there is nothing to name. */
function namedServers(): string[] {
  const content = document.querySelector<HTMLMetaElement>('meta[name="muster-servers"]')?.content ?? '';
  return content.split(' ').filter((one) => /^https?:/.test(one));
}

export const servers: Servers = createServers(globalThis.location.origin, namedServers());

/** What may reach the server twice: what reads or sets something whole, and what names its intent or the version that it changes. */
const mayRepeat = ({ method, headers }: Request) => ['GET', 'HEAD', 'PUT'].includes(method) || headers.has('Idempotency-Key') || headers.has('If-Match');

/** The same question to another server. Its body is sent as a whole: a stream could be sent only once. */
async function turned(request: Request, server: string): Promise<Request> {
  const { method, headers, signal } = request;
  const hasBody = method !== 'GET' && method !== 'HEAD';
  return new Request(server + request.url.slice(new URL(request.url).origin.length), {
    method, headers, signal, credentials: 'include', ...(hasBody && { body: await request.clone().arrayBuffer() }),
  });
}

/** Asks the server that is asked now, and the others when it does not answer. */
export async function ask(request: Request, among: Servers = servers): Promise<Response> {
  // What is sent is used up.
  const kept = among.count > 1 ? request.clone() : request;
  for (let tries = 1; ; tries++) {
    const server = among.now();
    try {
      // Looked up at each call, so that a test can stand in for the network.
      // eslint-disable-next-line no-restricted-globals
      return await fetch(tries === 1 && server === among.own ? request : await turned(kept, server));
    } catch (error) {
      if (request.signal.aborted) {
        throw error;
      }
      among.leave(server);
      if (tries >= among.count || !mayRepeat(request)) {
        throw error;
      }
    }
  }
}

/**
 * Fetches every part of the client into the browser's cache while there is time: a page that is opened for the first time after its
 * server has died comes from there.
 */
export async function keepParts(among: Servers = servers): Promise<void> {
  if (among.count === 1) {
    return;
  }
  const get = (path: string) => ask(new Request(among.own + path, { priority: 'low' }), among);
  try {
    const parts = (await (await get('/parts.json')).json()) as string[];
    for (const part of parts) {
      await (await get(`/${part}`)).arrayBuffer();
    }
    document.documentElement.dataset.parts = 'kept';
  } catch {
    // Then they are fetched when they are needed, as everywhere else.
  }
}
