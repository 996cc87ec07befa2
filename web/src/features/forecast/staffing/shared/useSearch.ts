import { useEffect, useRef, useState } from 'react';
import { requireShared } from '@/api/simulation';
import { toProblem, type ApiProblem } from '@/api/problem';
import type { AgentGroup, SharedRequirement } from '@/api/types';
import { clockOf, minutesOfClock } from '@/lib/dates';

export interface Search {
  /** The part of the day that was asked for, in minutes. */
  from: number;
  to: number;
  found: readonly SharedRequirement[];
  isRunning: boolean;
  isCancelled: boolean;
  problem?: ApiProblem;
}

export interface Asked {
  forecast: string;
  date: string;
  groups: AgentGroup[];
  from: number;
  to: number;
}

/** A long search, interval by interval: each that is found shows at once, and the rest can be left. */
export function useSearch() {
  const [search, setSearch] = useState<Search>();
  const under = useRef<AbortController>(undefined);
  useEffect(() => () => under.current?.abort(), []);
  const start = async ({ forecast, date, groups, from, to }: Asked) => {
    under.current?.abort();
    const own = new AbortController();
    under.current = own;
    const tell = (change: Partial<Search>) => {
      if (under.current === own) {
        setSearch((now) => ({ from, to, found: [], isRunning: true, isCancelled: false, ...now, ...change }));
      }
    };
    setSearch({ from, to, found: [], isRunning: true, isCancelled: false });
    const found: SharedRequirement[] = [];
    try {
      // The server knows the intervals of all groups together, and which of them have contacts.
      for (let time: string | null = clockOf(from); time !== null && minutesOfClock(time) < to;) {
        const interval = await requireShared(forecast, { date, time, agent_groups: groups }, own.signal);
        if (minutesOfClock(interval.time) < to) {
          found.push(interval);
          tell({ found: [...found] });
        }
        time = interval.next_time;
      }
      tell({ isRunning: false });
    } catch (error) {
      tell(own.signal.aborted ? { isRunning: false, isCancelled: true } : { isRunning: false, problem: toProblem(error) });
    }
  };
  return { search, start, cancel: () => under.current?.abort(), clear: () => { under.current?.abort(); under.current = undefined; setSearch(undefined); } };
}
