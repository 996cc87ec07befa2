import { queryOptions } from '@tanstack/react-query';
import { adherenceKey } from './adherence';
import { answer, client } from './client';
import { servers } from './servers';
import type { AdherenceHistory } from './types';

/** What a row is of. */
export type HistoryBy = 'agent' | 'team' | 'unit' | 'day' | 'agent_day';

/** Stored results of some days, the last one counted too. */
export interface HistoryAsk {
  /** A business unit or a management unit. */
  unit: string;
  from: string;
  to: string;
  by: HistoryBy;
  /** Only this agent. */
  agent?: string;
}

const pageRows = 5_000;
/** More are not sorted in a browser; a file has all. */
const mostRows = 20_000;
/** A quarter of an hour is stored at a time. */
const lookAgainMilliseconds = 60_000;

/** As many rows as a page of the client holds; `next_cursor` says that there are more. */
export const adherenceHistoryQuery = (ask: HistoryAsk) =>
  queryOptions({
    queryKey: [...adherenceKey, 'history', ask],
    queryFn: async ({ signal }): Promise<AdherenceHistory> => {
      let all = await pageOf(ask, undefined, signal);
      while (all.next_cursor !== null && all.items.length < mostRows) {
        const next = await pageOf(ask, all.next_cursor, signal);
        all = { ...next, items: [...all.items, ...next.items] };
      }
      return all;
    },
    staleTime: lookAgainMilliseconds / 2,
    refetchInterval: lookAgainMilliseconds,
  });

function pageOf({ unit, from, to, by, agent }: HistoryAsk, cursor: string | undefined, signal: AbortSignal): Promise<AdherenceHistory> {
  const query = { unit_id: unit, from, to, by, limit: pageRows, ...(agent && { agent_id: [agent] }), ...(cursor && { cursor }) };
  return answer(client.GET('/api/v2/wfm/adherence/history', { params: { query }, signal }));
}

/** Where a browser fetches all rows as a file. */
export function exportAddress(what: 'history' | 'exceptions', format: 'csv' | 'xlsx', { unit, from, to, by, agent }: HistoryAsk): string {
  const query = new URLSearchParams({ unit_id: unit, from, to, ...(what === 'history' && { by }), ...(agent && { agent_id: agent }), format });
  return `${servers.now()}/api/v2/wfm/adherence/${what}?${query.toString()}`;
}
