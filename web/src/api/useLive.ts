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
 * Reads again what is shown when a topic says that it has changed: at once, and then once a second at the most, and never while it is
 * read: what takes longer would be broken off for ever. `concerns` says whether what a page tells has to do with it.
 */
export function useLiveQuery(topic: string | undefined, key: QueryKey, concerns: (page: LivePage) => boolean = () => true): void {
  const queries = useQueryClient();
  const [look] = useState(() => seldom((shown: QueryKey) => queries.invalidateQueries({ queryKey: shown })));
  useLive(topic, (page) => {
    if (concerns(page)) {
      look(key);
    }
  });
}

/** What is asked meanwhile is done afterwards, once, as it was asked last. */
export function seldom<T>(act: (asked: T) => Promise<unknown>): (asked: T) => void {
  let asked: { value: T } | undefined;
  let isBusy = false;
  let last = -Infinity;
  const next = (): void => {
    if (isBusy || !asked) {
      return;
    }
    isBusy = true;
    setTimeout(() => {
      const due = asked;
      [asked, last] = [undefined, performance.now()];
      void Promise.resolve(due && act(due.value)).catch(() => undefined).finally(() => {
        isBusy = false;
        next();
      });
    }, Math.max(0, last + everyMilliseconds - performance.now()));
  };
  return (value) => {
    asked = { value };
    next();
  };
}
