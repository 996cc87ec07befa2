import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { live, type LiveBeat, type LivePage, type LiveState } from './live';

/** Hears what a topic tells while the component is there: `onPage` is called with what it said last, then with all that comes. */
export function useLive(topic: string | undefined, onPage: (page: LivePage) => void): void {
  const hear = useEffectEvent(onPage);
  useEffect(() => (topic === undefined ? undefined : live.listen(topic, (page) => hear(page))), [topic]);
}

/** What a topic that tells all of itself said last. */
export function useLiveWhole(topic: string | undefined): unknown {
  const [told, setTold] = useState<unknown>();
  useLive(topic, ({ data }) => setTold(data));
  return told;
}

export function useLiveState(): { state: LiveState; beat: LiveBeat | undefined } {
  return { state: useSyncExternalStore(live.watch, live.state), beat: useSyncExternalStore(live.watch, live.beat) };
}

const everyMilliseconds = 1_000;

/**
 * Reads again what is shown when a topic says that it has changed: at once, and then once a second at the most. `concerns` says
 * whether what a page tells has to do with it.
 */
export function useLiveQuery(topic: string | undefined, key: QueryKey, concerns: (page: LivePage) => boolean = () => true): void {
  const queries = useQueryClient();
  const [look] = useState(() => seldom(() => void queries.invalidateQueries({ queryKey: key })));
  useLive(topic, (page) => {
    if (concerns(page)) {
      look();
    }
  });
}

function seldom(act: () => void): () => void {
  let due: ReturnType<typeof setTimeout> | undefined;
  let last = -Infinity;
  return () => {
    const wait = Math.max(0, last + everyMilliseconds - performance.now());
    due ??= setTimeout(() => {
      [due, last] = [undefined, performance.now()];
      act();
    }, wait);
  };
}
