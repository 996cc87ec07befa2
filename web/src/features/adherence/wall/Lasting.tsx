import { createContext, use } from 'react';
import { formatDuration, formatStopwatch } from '@/lib/format';
import { useNow } from '@/lib/useNow';

export interface WallClock {
  /** How far the server's clock is ahead of this one, in milliseconds. */
  ahead: number;
  /** The moment at which the wall was stopped, by the server's clock. */
  stoppedAt: number | undefined;
}

export const WallClockContext = createContext<WallClock>({ ahead: 0, stoppedAt: undefined });

/** How long something has lasted, by the second. Each is drawn by itself, so that time passing draws no row anew. */
export function Lasting({ since }: { since: string }) {
  const { ahead, stoppedAt } = use(WallClockContext);
  const now = useNow(1_000) + ahead;
  const seconds = ((stoppedAt ?? now) - Date.parse(since)) / 1_000;
  return <time dateTime={`PT${Math.max(0, Math.floor(seconds))}S`} title={`${formatDuration(seconds)}, since ${since}`}>{formatStopwatch(seconds)}</time>;
}
