import { useQueryClient } from '@tanstack/react-query';
import { gridKey, schedulesKey, type GridPlace } from '@/api/schedules';
import type { ScheduleGrid } from '@/api/types';
import { useLive, useLiveQuery } from '@/api/useLive';

/** The newest version that a page of a topic tells of; none: it tells nothing of versions. */
function newest(data: unknown): number {
  const versions = Array.isArray(data) ? data.map((one) => Number((one as { version?: unknown }).version)) : [];
  return versions.length > 0 ? Math.max(...versions) : Infinity;
}

/** Reads the days again when somebody else has changed the draft, or something was published. One's own edits are there already. */
export function useFresh(place: GridPlace): void {
  const queries = useQueryClient();
  useLiveQuery(`schedules/${place.site}`, schedulesKey);
  useLive(place.draft === undefined ? undefined : `drafts/${place.draft}`, ({ data }) => {
    const grid = queries.getQueryData<ScheduleGrid>(gridKey(place));
    if (grid && newest(data) > (grid.draft_version ?? 0)) {
      void queries.invalidateQueries({ queryKey: schedulesKey });
    }
  });
}
