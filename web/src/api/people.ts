import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, client, idempotent, ifMatch } from './client';
import { unlessLive } from './live';
import type { AgentDetails, AgentEdit, AgentField, BulkEditResult, NewAgent } from './types';

export const peopleKey = ['people'] as const;
/** How many agents are asked for at once. */
export const pageLength = 200;
const lookAgainMilliseconds = 5_000;
const mostAtOnce = { read: 500, changed: 1_000 };

/** Which agents are asked for, in the words of the address. */
export interface PeopleFilter {
  search?: string;
  unit?: string;
  /** The unit and all in it. */
  units?: string[];
  team?: string;
  skill?: string;
  source?: string;
  status?: string;
  differs?: string;
}

const queryOf = ({ search, unit, units, team, skill, source, status, differs }: PeopleFilter) => ({
  search, team_id: team, source_id: source, status,
  management_unit_id: units ?? (unit ? [unit] : undefined),
  skill_id: skill ? [skill] : undefined,
  differs: differs === 'true' ? true : undefined,
});

/** A part of the list, by its place in it. */
export const peopleQuery = (filter: PeopleFilter, page: number) =>
  queryOptions({
    queryKey: [...peopleKey, 'list', filter, page],
    queryFn: ({ signal }) => {
      const query = { ...queryOf(filter), offset: page * pageLength, limit: pageLength };
      return answer(client.GET('/api/v2/wfm/people', { params: { query }, signal }));
    },
    refetchInterval: unlessLive(lookAgainMilliseconds),
    placeholderData: page === 0 ? keepPreviousData : undefined,
  });

/** The ids of everybody who is found. */
export async function allFound(filter: PeopleFilter, total: number): Promise<string[]> {
  const ids: string[] = [];
  for (let offset = 0; offset < total; offset += mostAtOnce.read) {
    const query = { ...queryOf(filter), offset, limit: mostAtOnce.read };
    const { items } = await answer(client.GET('/api/v2/wfm/people', { params: { query } }));
    ids.push(...items.map((agent) => agent.id));
  }
  return ids;
}

/** The ids of everybody who is found, however many there are. */
export async function everyoneFound(filter: PeopleFilter, signal: AbortSignal): Promise<string[]> {
  const ids: string[] = [];
  for (let total = 1; ids.length < total;) {
    const query = { ...queryOf(filter), offset: ids.length, limit: mostAtOnce.read };
    const page = await answer(client.GET('/api/v2/wfm/people', { params: { query }, signal }));
    ids.push(...page.items.map((agent) => agent.id));
    total = page.items.length > 0 ? page.total : 0;
  }
  return ids;
}

/** Whether anybody is found. */
export async function isAnyoneFound(filter: PeopleFilter, signal: AbortSignal): Promise<boolean> {
  const query = { ...queryOf(filter), limit: 1 };
  return (await answer(client.GET('/api/v2/wfm/people', { params: { query }, signal }))).total > 0;
}

export const agentQuery = (id: string) =>
  queryOptions({
    queryKey: [...peopleKey, 'one', id],
    queryFn: ({ signal }) => answer(client.GET('/api/v2/wfm/people/{id}', { params: { path: { id } }, signal })),
    refetchInterval: unlessLive(lookAgainMilliseconds),
  });

export const historyQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: [...peopleKey, 'one', id, 'history'],
    queryFn: ({ pageParam, signal }) => {
      const params = { path: { id }, query: { cursor: pageParam, limit: 20 } };
      return answer(client.GET('/api/v2/wfm/people/{id}/history', { params, signal }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });

export const createAgent = (body: NewAgent, key: string): Promise<AgentDetails> =>
  answer(client.POST('/api/v2/wfm/people', { body, headers: idempotent(key) }));

const atVersion = ({ agent }: AgentDetails) => ({ path: { id: agent.id }, header: ifMatch(agent.version) });

export const changeAgent = (of: AgentDetails, body: AgentEdit): Promise<AgentDetails> =>
  answer(client.PATCH('/api/v2/wfm/people/{id}', { body, params: atVersion(of) }));

/** The directory's word of a field counts again. */
export const followAgain = (of: AgentDetails, field: AgentField): Promise<AgentDetails> => {
  const { path, header } = atVersion(of);
  return answer(client.DELETE('/api/v2/wfm/people/{id}/overrides/{field}', { params: { path: { ...path, field }, header } }));
};

export interface BulkEdit {
  agents: string[];
  change: AgentEdit;
}

/** One change for many, in as many requests as it takes; each has a key of its own out of the intent's. */
export async function bulkEdit({ agents, change }: BulkEdit, key: string): Promise<BulkEditResult> {
  const sum: BulkEditResult = { changed: 0, unchanged: 0, refused: [] };
  for (let from = 0; from < agents.length; from += mostAtOnce.changed) {
    const body = { agents: agents.slice(from, from + mostAtOnce.changed), change };
    const part = await answer(client.POST('/api/v2/wfm/people/bulk', { body, headers: idempotent(`${key}-${from}`) }));
    sum.changed += part.changed;
    sum.unchanged += part.unchanged;
    sum.refused.push(...part.refused);
  }
  return sum;
}
