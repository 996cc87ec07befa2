import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { toldWall, wallQuery, wallTopic } from '@/api/adherence';
import { dataOf, usePermitted, type Loaded } from '@/api/loaded';
import { useMay } from '@/api/session';
import type { Wall } from '@/api/types';
import { useLive } from '@/api/useLive';
import type { WallClock } from './Lasting';
import type { Stopped } from './WallView';

interface Watched {
  wall: Loaded<Wall>;
  clock: WallClock;
  stopped: Stopped | undefined;
  stop: (stop: boolean) => void;
}

/** Clocks that differ by less are the same: answers take a while to come. */
const sameMilliseconds = 2_000;

/** The wall of a unit as it is told, until it is stopped. */
export function useWall(unit: string): Watched {
  const queries = useQueryClient();
  const query = wallQuery(unit);
  const wall = usePermitted('adherence:view', query);
  const [kept, setKept] = useState<{ wall: Wall; at: number }>();
  const [ahead, setAhead] = useState(0);
  const latest = dataOf(wall);
  useLive(useMay('adherence:view') ? wallTopic(unit) : undefined, ({ data, whole }) => {
    const next = toldWall(queries.getQueryData(query.queryKey), data as Wall | undefined, whole);
    if (next) {
      queries.setQueryData(query.queryKey, next);
    } else {
      void queries.invalidateQueries({ queryKey: query.queryKey });
    }
  });
  const heardAt = queries.getQueryState(query.queryKey)?.dataUpdatedAt;
  const off = latest && heardAt ? Date.parse(latest.as_of) - heardAt : ahead;
  if (Math.abs(off - ahead) > sameMilliseconds) {
    setAhead(off);
  }
  const clock = useMemo(() => ({ ahead, stoppedAt: kept?.at }), [ahead, kept]);
  const changed = useMemo(() => (kept && latest ? changedBetween(kept.wall, latest) : 0), [kept, latest]);
  return {
    wall: wall.state === 'full' && kept ? { ...wall, data: kept.wall } : wall,
    clock,
    stopped: kept && { changed },
    stop: (stop) => setKept(stop && latest ? { wall: latest, at: Date.now() + ahead } : undefined),
  };
}

function changedBetween(kept: Wall, latest: Wall): number {
  const before = new Set(kept.agents);
  return latest.agents.filter((agent) => !before.has(agent)).length;
}
