import { useQueries } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { usePermitted, type Loaded } from '@/api/loaded';
import { pageLength, peopleQuery, type PeopleFilter } from '@/api/people';
import type { Agent } from '@/api/types';
import type { AgentRows } from './AgentTable';

interface Sight {
  rows: Loaded<AgentRows>;
  /** Agents that are here by now. */
  known: () => Agent[];
  onSight: (first: number, last: number) => void;
}

/** The part of the list that is in sight, asked for as it comes into sight and left as it goes. */
export function useAgentRows(filter: PeopleFilter): Sight {
  const [[first, last], setPages] = useState<readonly [number, number]>([0, 0]);
  const onSight = useCallback((from: number, to: number) => {
    const next = [Math.floor(from / pageLength), Math.floor(to / pageLength)] as const;
    setPages((now) => (now[0] === next[0] && now[1] === next[1] ? now : next));
  }, []);
  const start = usePermitted('people:view', peopleQuery(filter, 0));
  const pageCount = start.state === 'full' ? Math.ceil(start.data.total / pageLength) : 0;
  // The pages beside those in sight as well: who scrolls finds rows there, not dots that become rows.
  const wanted = Array.from({ length: last - first + 3 }, (_, index) => first - 1 + index).filter((page) => page >= 0 && page < pageCount);
  const pages = useQueries({
    queries: wanted.map((page) => ({ ...peopleQuery(filter, page), placeholderData: undefined })),
    combine: (results) => new Map(results.flatMap(({ data }) => (data ? [[data.offset / pageLength, data.items] as const] : []))),
  });
  const begin = start.state === 'full' ? start.data : undefined;
  const data = useMemo((): AgentRows | undefined => begin && {
    total: begin.total,
    at: (index) => {
      const page = Math.floor(index / pageLength);
      return (pages.get(page) ?? (page === 0 ? begin.items : undefined))?.[index % pageLength];
    },
  }, [begin, pages]);
  return {
    rows: start.state === 'full' && data ? { ...start, data } : (start as Loaded<AgentRows>),
    known: () => [...(begin?.items ?? []), ...[...pages.values()].flat()],
    onSight,
  };
}
