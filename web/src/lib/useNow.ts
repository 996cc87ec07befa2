import { useEffect, useState } from 'react';

type Watcher = (now: number) => void;

interface Clock {
  timer: ReturnType<typeof setInterval>;
  watchers: Set<Watcher>;
}

const clocks = new Map<number, Clock>();

function start(every: number): Clock {
  const watchers = new Set<Watcher>();
  const tick = () => {
    const now = Date.now();
    watchers.forEach((tell) => tell(now));
  };
  const clock = { watchers, timer: setInterval(tick, every) };
  clocks.set(every, clock);
  return clock;
}

function watch(every: number, watcher: Watcher): () => void {
  const { watchers, timer } = clocks.get(every) ?? start(every);
  watchers.add(watcher);
  return () => {
    watchers.delete(watcher);
    if (watchers.size === 0) {
      clearInterval(timer);
      clocks.delete(every);
    }
  };
}

/** The time, told anew so often; to all at the same moment, so that the page is drawn once. */
export function useNow(everyMilliseconds: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => watch(everyMilliseconds, setNow), [everyMilliseconds]);
  return now;
}
