import type { IntradayDay, IntradayInterval } from '@/api/types';

/** The intervals worth looking at: from the first to the last in which something is open, came, or somebody is there. */
export function shownIntervals({ intervals }: Pick<IntradayDay, 'intervals'>): IntradayInterval[] {
  const isFull = (interval: IntradayInterval) =>
    interval.open || (interval.actual?.offered ?? 0) > 0 || (interval.scheduled ?? 0) > 0 || (interval.on_queue ?? 0) > 0;
  const first = intervals.findIndex(isFull);
  return first < 0 ? [] : intervals.slice(first, intervals.findLastIndex(isFull) + 1);
}

/** Which of the intervals it is now; below 0: none. */
export const nowIn = (intervals: readonly IntradayInterval[], asOf: string): number => {
  const now = Date.parse(asOf);
  const index = intervals.findLastIndex(({ start }) => Date.parse(start) <= now);
  const length = intervals.length > 1 ? Date.parse(intervals[1]?.start ?? '') - Date.parse(intervals[0]?.start ?? '') : 0;
  return index === intervals.length - 1 && Date.parse(intervals[index]?.start ?? '') + length <= now ? -1 : index;
};
