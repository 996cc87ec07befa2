import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, client, idempotent } from './client';
import { unlessLive } from './live';
import type { AgentDayKey, Differences, DraftBreaches, Published, PublishProgress, PublishRequest, RestoreRequest, Revision, ScheduleNotice } from './types';

export const publishingKey = ['publishing'] as const;
const lookAgainMilliseconds = 10_000;

/** What is told of the published schedule of a management unit. */
export const publishedTopic = (unit: string): string => `schedules/${unit}`;

/** What is told of a draft. */
export const draftTopic = (draft: string): string => `drafts/${draft}`;

export const differencesKey = (draft: string) => [...publishingKey, 'differences', draft];

/** What a publish of a draft would come to now; the conflicts in pages. */
export const differencesQuery = (draft: string) =>
  infiniteQueryOptions({
    queryKey: differencesKey(draft),
    queryFn: async ({ pageParam, signal }): Promise<{ items: Differences[]; next_cursor?: string | null }> => {
      const params = { path: { id: draft }, query: { cursor: pageParam } };
      const page = await answer(client.GET('/api/v2/wfm/schedules/drafts/{id}/differences', { params, signal }));
      return { items: [page], next_cursor: page.next_cursor };
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    staleTime: 0,
  });

/** Which rules of work plans a draft breaks. */
export const draftBreachesQuery = (draft: string) =>
  queryOptions({
    queryKey: [...publishingKey, 'breaches', draft],
    queryFn: ({ signal }): Promise<DraftBreaches> =>
      answer(client.GET('/api/v2/wfm/schedules/drafts/{id}/breaches', { params: { path: { id: draft } }, signal })),
    staleTime: 0,
  });

export const revisionsKey = (unit: string) => [...publishingKey, 'revisions', unit];

/** The versions of a unit's schedule, the latest first. */
export const revisionsQuery = (unit: string) =>
  infiniteQueryOptions({
    queryKey: revisionsKey(unit),
    queryFn: ({ pageParam, signal }): Promise<{ items: Revision[]; next_cursor?: string | null }> =>
      answer(client.GET('/api/v2/wfm/schedules/revisions', { params: { query: { management_unit_id: unit, cursor: pageParam, limit: 30 } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    refetchInterval: unlessLive(lookAgainMilliseconds),
  });

/** What the agents were told of a version, and when it arrived and was acknowledged. */
export const noticesQuery = (unit: string, version: number) =>
  infiniteQueryOptions({
    queryKey: [...publishingKey, 'notices', unit, version],
    queryFn: ({ pageParam, signal }): Promise<{ items: ScheduleNotice[]; next_cursor?: string | null }> =>
      answer(client.GET('/api/v2/wfm/schedules/notices', { params: { query: { management_unit_id: unit, version, cursor: pageParam, limit: 50 } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    refetchInterval: unlessLive(lookAgainMilliseconds),
  });

/** What to do with a day that was changed in two places. */
export type Choice = 'keep_draft' | 'take_published' | 'leave_out';

export interface SettledDay extends AgentDayKey {
  choice: Choice;
}

const daysOf = (settled: readonly SettledDay[], choice: Choice): AgentDayKey[] =>
  settled.filter((day) => day.choice === choice).map(({ agent_id, day, version }) => ({ agent_id, day, version }));

export interface Publish {
  draft: string;
  request: PublishRequest;
  /** Conflicts that are settled before. */
  settled: readonly SettledDay[];
}

const settledAtOnce = 2_000;

/** Settles what is to be settled, then publishes. With the same key it is done once, however often it is asked. */
export async function publish({ draft, request, settled }: Publish, key: string): Promise<Published> {
  for (const take of ['keep_draft', 'take_published'] as const) {
    const all = daysOf(settled, take);
    for (let from = 0; from < all.length; from += settledAtOnce) {
      const params = { path: { id: draft } };
      const days = all.slice(from, from + settledAtOnce);
      await answer(client.POST('/api/v2/wfm/schedules/drafts/{id}/settle', { params, body: { take, days }, headers: idempotent(`${key}-${take}-${from}`) }));
    }
  }
  const leave_out = daysOf(settled, 'leave_out');
  const body = { ...request, schedule_id: draft, ...(leave_out.length > 0 && { leave_out }) };
  return answer(client.POST('/api/v2/wfm/schedules/publish', { body, headers: idempotent(key) }));
}

const progressMilliseconds = 500;

/** How far a publish or a restore of many days is, by the key that it was sent with. */
export const progressQuery = (key: string | undefined) =>
  queryOptions({
    queryKey: [...publishingKey, 'progress', key],
    queryFn: ({ signal }): Promise<PublishProgress> =>
      answer(client.GET('/api/v2/wfm/schedules/publish/progress', { params: { query: { idempotency_key: key } }, signal })),
    enabled: key !== undefined,
    refetchInterval: progressMilliseconds,
    staleTime: 0,
    gcTime: 0,
  });

export interface Restore {
  version: number;
  request: RestoreRequest;
  settled: readonly SettledDay[];
}

/** Puts schedules back; a conflict is put back all the same, or left as it is. */
export function restore({ version, request, settled }: Restore, key: string): Promise<Published> {
  const put_back = daysOf(settled, 'keep_draft');
  const leave_out = [...daysOf(settled, 'take_published'), ...daysOf(settled, 'leave_out')];
  const body = { ...request, ...(put_back.length > 0 && { put_back }), ...(leave_out.length > 0 && { leave_out }) };
  const params = { path: { version } };
  return answer(client.POST('/api/v2/wfm/schedules/revisions/{version}/restore', { params, body, headers: idempotent(key) }));
}
