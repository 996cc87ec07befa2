import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, client, idempotent } from './client';
import { unlessLive } from './live';
import type { DayVersion, Draft, EditedSchedule, NewDraft, PlanBreach, Published, ScheduleEdit, ScheduleGrid } from './types';

export const schedulesKey = ['schedules'] as const;
const lookAgainMilliseconds = 10_000;

/** Which part of which schedule: of a management unit, as published or as a draft has it. */
export interface GridPlace {
  site: string;
  from: string;
  days: number;
  draft: string | undefined;
  /** As it was with an earlier version of the published schedules. */
  version?: number;
}

export const gridKey = ({ site, draft, from, days, version }: GridPlace) => [...schedulesKey, 'grid', site, draft, from, days, version] as const;

const isOlder = (one: ScheduleGrid, than: ScheduleGrid): boolean =>
  one.version < than.version || (one.draft_version ?? 0) < (than.draft_version ?? 0);

/** A schedule as the grid draws it; it may be of megabytes, so it is not compared with the one before. */
export const gridQuery = (place: GridPlace | undefined) =>
  queryOptions({
    queryKey: place ? gridKey(place) : [...schedulesKey, 'grid', 'none'],
    queryFn: ({ signal }): Promise<ScheduleGrid> => {
      const query = { management_unit_id: place?.site ?? '', from: place?.from ?? '', days: place?.days, draft_id: place?.draft, version: place?.version };
      return answer(client.GET('/api/v2/wfm/schedules/grid', { params: { query }, signal }));
    },
    enabled: place !== undefined,
    // An answer that was on its way before an edit must not undo it on the screen.
    structuralSharing: (before, after) =>
      (before && isOlder(after as ScheduleGrid, before as ScheduleGrid) ? before : after),
    gcTime: 60_000,
    // What is drawn stays until the next days have come, as long as it is of the same schedule.
    placeholderData: (before, query) =>
      (place && query?.queryKey[2] === place.site && query.queryKey[3] === place.draft && query.queryKey[6] === place.version ? before : undefined),
    refetchInterval: unlessLive(lookAgainMilliseconds),
  });

export const draftsQuery = (site: string | undefined) =>
  queryOptions({
    queryKey: [...schedulesKey, 'drafts', site],
    queryFn: async ({ signal }): Promise<Draft[]> =>
      site === undefined ? [] : (await answer(client.GET('/api/v2/wfm/schedules/drafts', { params: { query: { management_unit_id: site, limit: 200 } }, signal }))).items,
    refetchInterval: unlessLive(lookAgainMilliseconds),
  });

/** Whether a draft is still there, whatever unit it is of. */
export const draftQuery = (id: string) =>
  queryOptions({
    queryKey: [...schedulesKey, 'draft', id],
    queryFn: ({ signal }): Promise<Draft> => answer(client.GET('/api/v2/wfm/schedules/drafts/{id}', { params: { path: { id } }, signal })),
    retry: false,
  });

export const draftEditsQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: [...schedulesKey, 'edits', id],
    queryFn: ({ pageParam, signal }) =>
      answer(client.GET('/api/v2/wfm/schedules/drafts/{id}/edits', { params: { path: { id }, query: { cursor: pageParam, limit: 50 } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });

/** All that a published day ever was, the latest first. */
export const dayVersionsQuery = (agent: string, day: string) =>
  queryOptions({
    queryKey: [...schedulesKey, 'versions', agent, day],
    queryFn: async ({ signal }): Promise<DayVersion[]> =>
      (await answer(client.GET('/api/v2/wfm/schedules/agents/{agent}/days/{day}/versions', { params: { path: { agent, day } }, signal }))).items,
  });

export const createDraft = (body: NewDraft, key: string): Promise<Draft> =>
  answer(client.POST('/api/v2/wfm/schedules/drafts', { body, headers: idempotent(key) }));

export const removeDraft = (id: string): Promise<unknown> =>
  answer(client.DELETE('/api/v2/wfm/schedules/drafts/{id}', { params: { path: { id } } }));

/** What is edited: a draft, or what is published of a unit. */
export interface EditTarget {
  site: string;
  draft: string | undefined;
}

export interface EditAnswer {
  edited: EditedSchedule;
  /** Where published schedules were edited: their new version, and which nodes serve it. */
  published: Published | null;
}

/** Does steps of editing, all or none; without a key nothing is written, and the answer says what they would come to. */
export async function sendEdits({ site, draft }: EditTarget, edits: ScheduleEdit[], key: string | undefined): Promise<EditAnswer> {
  const body = { edits, dry_run: key === undefined, note: '' };
  const headers = key === undefined ? undefined : idempotent(key);
  if (draft !== undefined) {
    const params = { path: { id: draft } };
    return { edited: await answer(client.POST('/api/v2/wfm/schedules/drafts/{id}/edits', { params, body, headers })), published: null };
  }
  const params = { path: { unit: site } };
  const done = await answer(client.POST('/api/v2/wfm/schedules/units/{unit}/edits', { params, body, headers }));
  return { edited: done.edited ?? { version: 0, sentence: '', days: [], breaches: [] }, published: done };
}

/** Takes back an edit of a draft; without a version the last one of one's own. */
export const undoEdit = (draft: string, version: number | undefined, key: string): Promise<EditedSchedule> =>
  answer(client.POST('/api/v2/wfm/schedules/drafts/{id}/undo', { params: { path: { id: draft } }, body: { version: version ?? null }, headers: idempotent(key) }));

/** Takes back what a version of the published schedules changed. */
export const takeBack = (version: number, key: string): Promise<Published> =>
  answer(client.POST('/api/v2/wfm/schedules/revisions/{version}/restore', { params: { path: { version } }, body: { to: 'before', force_publish: false, note: '' }, headers: idempotent(key) }));

/** Which rules of work plans some agents' days break; `of` says of which versions, so that an edit asks anew. */
export const breachesQuery = ({ site, from, days, draft }: GridPlace, agents: readonly string[], of: readonly (number | null)[]) =>
  queryOptions({
    queryKey: [...schedulesKey, 'breaches', site, draft, from, days, agents, of],
    queryFn: async ({ signal }): Promise<PlanBreach[]> => {
      const query = { management_unit_id: site, from, days, draft_id: draft, agent_id: [...agents] };
      return (await answer(client.GET('/api/v2/wfm/schedules/breaches', { params: { query }, signal }))).items;
    },
    enabled: agents.length > 0,
    gcTime: 30_000,
  });
