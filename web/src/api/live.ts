import { servers } from './servers';

/** What a topic tells: the data take the place of all that is known (`whole`), or add to it. Without data, what is shown is to be read again. */
export interface LivePage {
  topic: string;
  cursor: string;
  whole: boolean;
  data?: unknown;
}

/** `signed out`: the server has said that the session is over. */
export type LiveState = 'connecting' | 'open' | 'lost' | 'signed out';

/** Who answers, and whether it may serve what it holds as current. */
export interface LiveBeat {
  node: string;
  current: boolean;
}

interface Told extends Partial<LivePage>, Partial<LiveBeat> {
  type: 'beat' | 'page' | 'refused';
}

interface Topic {
  listeners: Set<(page: LivePage) => void>;
  /** What came last: whoever comes later sees it at once, and the next connection goes on from it. */
  last?: LivePage;
}

const signedOut = 4401;
/** The server beats every 2 s. One that is paused, and breaks no connection, is left after so long. */
const silenceMilliseconds = 5_000;
const lingerMilliseconds = 1_000;
const waits = { first: 250, most: 5_000 };

/** A browser complains on the console of a connection that is closed before it is open: such a one is closed when it opens. */
const close = (which: WebSocket) => {
  which.onmessage = null;
  if (which.readyState === WebSocket.CONNECTING) {
    which.onopen = () => which.close();
  } else {
    which.close();
  }
};

/**
 * The one connection for live data. It is open while anybody listens; when it breaks it comes back by itself, to whichever server
 * answers, and every topic goes on from its cursor. `isLost` hears of each that breaks.
 */
export function createLive(dial: () => WebSocket, isLost: (which: WebSocket) => void = () => undefined) {
  const topics = new Map<string, Topic>();
  const watchers = new Set<() => void>();
  let socket: WebSocket | undefined;
  let state: LiveState = 'connecting';
  let beat: LiveBeat | undefined;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;

  const say = (next: LiveState, last: LiveBeat | undefined) => {
    if (next !== state || last?.node !== beat?.node || last?.current !== beat?.current) {
      [state, beat] = [next, last];
      watchers.forEach((watcher) => watcher());
    }
  };
  const send = (message: object) => {
    if (socket?.readyState === WebSocket.OPEN) {
      socket.send(JSON.stringify(message));
    }
  };
  const subscribe = (name: string) => send({ subscribe: name, cursor: topics.get(name)?.last?.cursor ?? null });

  /** A connection that says nothing is none: it is given up, and another one opened. */
  const listenOn = (to: WebSocket) => {
    clearTimeout(silence);
    silence = setTimeout(() => lose(to, 'lost'), silenceMilliseconds);
  };
  const lose = (which: WebSocket, how: LiveState) => {
    if (which !== socket) {
      return;
    }
    socket = undefined;
    clearTimeout(silence);
    close(which);
    say(how, undefined);
    if (how === 'lost') {
      isLost(which);
    }
    if (topics.size > 0) {
      const wait = Math.min(waits.most, waits.first * 2 ** failures++);
      // Many clients lose the same server at the same moment.
      timer = setTimeout(connect, wait * (0.5 + Math.random() / 2));
    }
  };
  const take = (from: WebSocket, text: unknown) => {
    listenOn(from);
    const told = JSON.parse(String(text)) as Told;
    if (told.type === 'beat' && told.node !== undefined) {
      failures = 0;
      say('open', { node: told.node, current: told.current ?? false });
    }
    const topic = told.topic === undefined ? undefined : topics.get(told.topic);
    if (told.type === 'page' && topic) {
      topic.last = told as LivePage;
      topic.listeners.forEach((listener) => listener(told as LivePage));
    }
  };
  const connect = () => {
    clearTimeout(timer);
    const next = dial();
    socket = next;
    listenOn(next);
    next.onopen = () => [...topics.keys()].forEach(subscribe);
    next.onmessage = ({ data }) => take(next, data);
    next.onclose = ({ code }) => lose(next, code === signedOut ? 'signed out' : 'lost');
  };
  const leave = () => {
    if (topics.size === 0) {
      clearTimeout(timer);
      clearTimeout(silence);
      const last = socket;
      socket = undefined;
      if (last) {
        close(last);
      }
      say('connecting', undefined);
    }
  };

  return {
    state: () => state,
    beat: () => beat,
    watch: (watcher: () => void) => {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    /** Hears a topic, first what it said last; until the answer is called. */
    listen: (name: string, listener: (page: LivePage) => void): (() => void) => {
      const topic = topics.get(name) ?? { listeners: new Set() };
      topic.listeners.add(listener);
      if (!topics.has(name)) {
        topics.set(name, topic);
        subscribe(name);
      } else if (topic.last) {
        listener(topic.last);
      }
      if (!socket && topics.size === 1 && topic.listeners.size === 1) {
        connect();
      }
      return () => {
        topic.listeners.delete(listener);
        if (topic.listeners.size === 0 && topics.get(name) === topic) {
          topics.delete(name);
          send({ unsubscribe: name });
          // Pages come and go; the next one may listen at once.
          setTimeout(leave, lingerMilliseconds);
        }
      };
    },
  };
}

export type Live = ReturnType<typeof createLive>;

const address = () => `${servers.now().replace(/^http/, 'ws')}/api/v2/wfm/live`;

export const live: Live = createLive(
  () => new WebSocket(address()),
  ({ url }) => servers.leave(new URL(url).origin.replace(/^ws/, 'http')),
);

/** How often something is asked for that is also told of: seldom while the connection lives. */
export const unlessLive = (milliseconds: number) => (): number => (live.state() === 'open' ? milliseconds * 6 : milliseconds);
