import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, client, idempotent, ifMatch } from './client';
import type { DeletedLines, EventLoss, EventSource, EventSourceFields, NewEventLoss, QuarantineKind, Replayed } from './types';

export const eventSourcesKey = ['event-sources'] as const;
const lookAgainMilliseconds = 2_000;
const linesAtOnce = 200;
/** Whoever has scrolled through thousands of lines does not have them all read again every few seconds. */
const pagesReadAgain = 3;
const seldomMilliseconds = 30_000;

/** The sources that have sent events, with how far each is and what of it could not be used. */
export const eventSourcesQuery = queryOptions({
  queryKey: eventSourcesKey,
  queryFn: async ({ signal }) => (await answer(client.GET('/api/v2/wfm/events/sources', { signal }))).items,
  staleTime: 60_000,
  retry: false,
});

/** The same, looked at again and again. */
export const followedSourcesQuery = queryOptions({ ...eventSourcesQuery, staleTime: 0, refetchInterval: lookAgainMilliseconds });

/** Which lines of the quarantine are meant; nothing: all. */
export interface LineFilter {
  source?: string;
  kind?: QuarantineKind;
}

const queryOf = ({ source, kind }: LineFilter) => ({ ...(source && { source_id: source }), ...(kind && { kind }) });

export const quarantineQuery = (filter: LineFilter) =>
  infiniteQueryOptions({
    queryKey: [...eventSourcesKey, 'quarantine', filter.source, filter.kind],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...queryOf(filter), limit: linesAtOnce, ...(pageParam && { cursor: pageParam }) };
      return answer(client.GET('/api/v2/wfm/events/quarantine', { params: { query }, signal }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    refetchInterval: ({ state }) => ((state.data?.pages.length ?? 0) > pagesReadAgain ? seldomMilliseconds : lookAgainMilliseconds),
  });

/** One line, wherever it stands in the list; nothing when it is in quarantine no more. */
export const lineQuery = (line: string) =>
  queryOptions({
    queryKey: [...eventSourcesKey, 'line', line],
    queryFn: async ({ signal }) =>
      (await answer(client.GET('/api/v2/wfm/events/quarantine', { params: { query: { line_id: [Number(line)] } }, signal }))).items[0] ?? null,
  });

/** Some lines, or all that a filter lets through. */
export interface LinesMeant extends LineFilter {
  lines?: number[];
}

/** So many lines go into an address. */
function* parts({ lines, ...filter }: LinesMeant) {
  if (!lines) {
    yield queryOf(filter);
    return;
  }
  for (let start = 0; start < lines.length; start += linesAtOnce) {
    yield { line_id: lines.slice(start, start + linesAtOnce) };
  }
}

export async function replayLines(meant: LinesMeant, key: string): Promise<Replayed> {
  const sum: Replayed = { lines: 0, accepted: 0, duplicates: 0, left: 0 };
  let part = 0;
  for (const query of parts(meant)) {
    const headers = idempotent(`${key}-${part++}`);
    const done = await answer(client.POST('/api/v2/wfm/events/quarantine/replay', { params: { query }, headers }));
    sum.lines += done.lines;
    sum.accepted += done.accepted;
    sum.duplicates += done.duplicates;
    sum.left += done.left;
  }
  return sum;
}

export async function deleteLines(meant: LinesMeant): Promise<DeletedLines> {
  let deleted = 0;
  for (const query of parts(meant)) {
    deleted += (await answer(client.DELETE('/api/v2/wfm/events/quarantine', { params: { query } }))).deleted;
  }
  return { deleted };
}

const path = ({ id }: EventSource) => ({ id });

export const changeEventSource = (source: EventSource, body: EventSourceFields): Promise<EventSource> =>
  answer(client.PATCH('/api/v2/wfm/events/sources/{id}', { body, params: { path: path(source), header: ifMatch(source.version) } }));

export const startRun = (source: EventSource, key: string): Promise<EventSource> =>
  answer(client.POST('/api/v2/wfm/events/sources/{id}/runs', { params: { path: path(source) }, headers: idempotent(key) }));

/** What a source has lost, by time. */
export const lossesQuery = (source: string) =>
  queryOptions({
    queryKey: [...eventSourcesKey, 'losses', source],
    queryFn: async ({ signal }): Promise<EventLoss[]> =>
      (await answer(client.GET('/api/v2/wfm/events/sources/{id}/losses', { params: { path: { id: source } }, signal }))).items,
    refetchInterval: 10_000,
  });

export interface TellingLoss {
  source: string;
  body: NewEventLoss;
}

export const tellLoss = ({ source, body }: TellingLoss, key: string): Promise<EventLoss> =>
  answer(client.POST('/api/v2/wfm/events/sources/{id}/losses', { params: { path: { id: source } }, body, headers: idempotent(key) }));

export const takeLossBack = (source: string, loss: string): Promise<unknown> =>
  answer(client.DELETE('/api/v2/wfm/events/sources/{id}/losses/{loss}', { params: { path: { id: source, loss } } }));
