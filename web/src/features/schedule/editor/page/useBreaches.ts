import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { breachesQuery, type GridPlace } from '@/api/schedules';
import type { PlanBreach, ScheduleEdit } from '@/api/types';
import { daysBetween } from '@/lib/dates';
import { breach, unsent } from '../canvas/paint';
import { headHeight, rowHeight, type View } from '../canvas/place';
import type { Viewport } from '../canvas/Viewport';
import type { Sheet } from '../model/rows';
import type { Kept } from '../send/outbox';

const none: readonly PlanBreach[] = [];
const restMilliseconds = 300;
/** Rows asked for at once: what is in sight, in whole blocks, so that little is asked again. */
const block = 50;

/** Which rules of work plans the rows in sight break, once scrolling has come to rest. */
export function useBreaches(place: GridPlace, sheet: Sheet, viewport: Viewport): readonly PlanBreach[] {
  const [seen, setSeen] = useState({ first: 0, last: block });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = ({ top, height }: View) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const first = Math.floor(top / rowHeight / block) * block;
        const last = Math.ceil((top + height - headHeight) / rowHeight / block + 1e-9) * block;
        setSeen((now) => (now.first === first && now.last === last ? now : { first, last }));
      }, restMilliseconds);
    };
    const leave = viewport.follow(look);
    return () => {
      clearTimeout(timer);
      leave();
    };
  }, [viewport]);
  const ids = sheet.rows.slice(seen.first, seen.last).map(({ id }) => id);
  const { data } = useQuery({ ...breachesQuery(place, ids, [sheet.version, sheet.draftVersion]), placeholderData: keepPreviousData });
  return data ?? none;
}

const concerned = ({ agent_id, day, with_agent_id, with_day, to_agent_id, to_day }: ScheduleEdit) => [
  { agent: agent_id, day },
  ...(with_agent_id ? [{ agent: with_agent_id, day: with_day ?? day }] : []),
  ...(to_agent_id || to_day ? [{ agent: to_agent_id ?? agent_id, day: to_day ?? day }] : []),
];

/** What days are marked with: rules that are broken, and edits that the server does not have yet. */
export function useMarks({ clock }: Sheet, breaches: readonly PlanBreach[], kept: readonly Kept[]): ReadonlyMap<string, Uint8Array> {
  return useMemo(() => {
    const marks = new Map<string, Uint8Array>();
    const mark = (agent: string, date: string, bit: number) => {
      const day = daysBetween(clock.from, date);
      const bits = marks.get(agent) ?? new Uint8Array(clock.days);
      if (day >= 0 && day < clock.days) {
        bits[day] = (bits[day] ?? 0) | bit;
        marks.set(agent, bits);
      }
    };
    breaches.forEach(({ agent_id, day }) => mark(agent_id, day, breach));
    kept.flatMap(({ edits }) => edits).flatMap(concerned).forEach(({ agent, day }) => mark(agent, day, unsent));
    return marks;
  }, [clock, breaches, kept]);
}
