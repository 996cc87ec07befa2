import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, client, idempotent, ifMatch } from './client';
import type { Source, SourceFields, SyncIssue, SyncRun, SyncRunKind } from './types';

export const syncKey = ['synchronization'] as const;
const lookAgainMilliseconds = 2_000;

export interface FollowedSource {
  source: Source;
  /** The latest first. */
  runs: SyncRun[];
}

const runsOf = async (source: Source, signal: AbortSignal): Promise<FollowedSource> => {
  const params = { path: { id: source.id } };
  return { source, runs: (await answer(client.GET('/api/v2/wfm/synchronization/sources/{id}/runs', { params, signal }))).items };
};

/** Every source with its runs; there are few of them. */
export const sourcesQuery = queryOptions({
  queryKey: [...syncKey, 'sources'],
  queryFn: async ({ signal }) => {
    const { items } = await answer(client.GET('/api/v2/wfm/synchronization/sources', { signal }));
    return Promise.all(items.map((source) => runsOf(source, signal)));
  },
  refetchInterval: lookAgainMilliseconds,
});

/** What a run found. */
export const runQuery = (id: string, state: string) =>
  queryOptions({
    queryKey: [...syncKey, 'run', id, state],
    queryFn: ({ signal }) => answer(client.GET('/api/v2/wfm/synchronization/runs/{id}', { params: { path: { id } }, signal })),
  });

export const issuesQuery = infiniteQueryOptions({
  queryKey: [...syncKey, 'issues'],
  queryFn: ({ pageParam, signal }) =>
    answer(client.GET('/api/v2/wfm/synchronization/issues', { params: { query: { cursor: pageParam, limit: 50 } }, signal })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next_cursor ?? undefined,
  refetchInterval: lookAgainMilliseconds,
});

export interface RunWanted {
  source: string;
  kind: SyncRunKind;
}

export const askRun = ({ source, kind }: RunWanted, key: string): Promise<Source> =>
  answer(client.POST('/api/v2/wfm/synchronization/sources/{id}/runs', {
    params: { path: { id: source } }, body: { kind }, headers: idempotent(key),
  }));

export const approveRun = (id: string, key: string): Promise<SyncRun> =>
  answer(client.POST('/api/v2/wfm/synchronization/runs/{id}/approve', { params: { path: { id } }, headers: idempotent(key) }));

export interface Settlement {
  issue: string;
  /** Who the same person is; none: it stays as it is. */
  joinWith?: string;
}

export const settleIssue = ({ issue, joinWith }: Settlement, key: string): Promise<SyncIssue> =>
  answer(client.POST('/api/v2/wfm/synchronization/issues/{id}/settle', {
    params: { path: { id: issue } }, body: { join_with: joinWith ?? null }, headers: idempotent(key),
  }));

export const createSource = (body: SourceFields, key: string): Promise<Source> =>
  answer(client.POST('/api/v2/wfm/synchronization/sources', { body, headers: idempotent(key) }));

const atVersion = (source: Source) => ({ path: { id: source.id }, header: ifMatch(source.version) });

export const changeSource = (source: Source, body: SourceFields): Promise<Source> =>
  answer(client.PATCH('/api/v2/wfm/synchronization/sources/{id}', { body, params: atVersion(source) }));

export const removeSource = (source: Source): Promise<unknown> =>
  answer(client.DELETE('/api/v2/wfm/synchronization/sources/{id}', { params: atVersion(source) }));
