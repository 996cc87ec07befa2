import { queryOptions } from '@tanstack/react-query';
import { answer, client, idempotent } from './client';
import { unlessLive, type LivePage } from './live';
import type { AdherenceDay, NewApproval, Wall, WallAgent } from './types';
import { within } from './within';

export const adherenceKey = ['adherence'] as const;
const lookAgainMilliseconds = 5_000;
/** A node that is stopped answers neither yes nor no; without an end to the wait its last words would look current. */
const patienceMilliseconds = 8_000;

/** What is told of a management unit's agents: `whole` at first, then those who have changed. */
export const wallTopic = (unit: string): string => `adherence/${unit}`;

const wallKey = (unit: string) => [...adherenceKey, 'wall', unit] as const;

/** How the agents of a management unit stand, in the order of their names. */
export const wallQuery = (unit: string) =>
  queryOptions({
    queryKey: wallKey(unit),
    queryFn: async ({ signal, client: queries }): Promise<Wall> => {
      const query = { unit_id: unit };
      const read = await answer(client.GET('/api/v2/wfm/adherence/agents', { params: { query }, signal: within(patienceMilliseconds, signal) }));
      // An answer that was on its way while something newer was told must not take it back.
      const told = queries.getQueryData<Wall>(wallKey(unit));
      return told && Date.parse(told.as_of) >= Date.parse(read.as_of) ? told : inOrder(read);
    },
    refetchInterval: unlessLive(lookAgainMilliseconds),
  });

/** The day of an agent: what was planned, what was done, and what came of it. */
export const adherenceDayQuery = (agent: string, date: string) =>
  queryOptions({
    queryKey: [...adherenceKey, 'day', agent, date],
    queryFn: ({ signal }): Promise<AdherenceDay> => {
      const path = { agent, day: date };
      return answer(client.GET('/api/v2/wfm/adherence/agents/{agent}/days/{day}', { params: { path }, signal: within(patienceMilliseconds, signal) }));
    },
    // Time passes without anything that would be told.
    refetchInterval: lookAgainMilliseconds,
  });

/** Whether a page of the wall's topic has anything to do with an agent. */
export const tellsOf = (agent: string, { data, whole }: LivePage): boolean =>
  whole || ((data as Wall | undefined)?.agents.some(({ id }) => id === agent) ?? true);

export interface Approving {
  agent: string;
  body: NewApproval;
}

/** Says that what an agent did is fine. */
export const approve = ({ agent, body }: Approving, key: string): Promise<unknown> =>
  answer(client.POST('/api/v2/wfm/adherence/agents/{agent}/approvals', { params: { path: { agent } }, body, headers: idempotent(key) }));

export const takeApprovalBack = (agent: string, id: string): Promise<unknown> =>
  answer(client.DELETE('/api/v2/wfm/adherence/agents/{agent}/approvals/{id}', { params: { path: { agent, id } } }));

const names = new Intl.Collator('en');
const inOrder = (wall: Wall): Wall => ({ ...wall, agents: [...wall.agents].sort((a, b) => names.compare(a.name, b.name)) });

/** The live connection leaves out what is null. */
function filled(told: Wall): Wall {
  const agents = told.agents.map((agent): WallAgent => ({
    ...agent,
    team_id: agent.team_id ?? null,
    team_name: agent.team_name ?? null,
    scheduled: agent.scheduled ? { ...agent.scheduled, until: agent.scheduled.until ?? null } : null,
    actual: {
      ...agent.actual, source: agent.actual.source ?? null, state: agent.actual.state ?? null, reason: agent.actual.reason ?? null, since: agent.actual.since ?? null,
    },
    in_alarm_since: agent.in_alarm_since ?? null,
    next: agent.next ? { ...agent.next, activity: agent.next.activity ?? null } : null,
  }));
  return { ...told, figures: { ...told.figures, adherence_percent: told.figures.adherence_percent ?? null }, agents };
}

/** What a page of the live topic makes of what is known; nothing when it has to be read again. */
export function toldWall(before: Wall | undefined, told: Wall | undefined, isWhole: boolean): Wall | undefined {
  if (told === undefined || (!isWhole && before === undefined)) {
    return undefined;
  }
  return isWhole || before === undefined ? inOrder(filled(told)) : added(before, filled(told));
}

/** Who has not changed stays the same object, so that the row is not drawn anew. */
function added(before: Wall, told: Wall): Wall {
  const changed = new Map(told.agents.map((agent) => [agent.id, agent]));
  const take = (agent: WallAgent): WallAgent => {
    const now = changed.get(agent.id);
    changed.delete(agent.id);
    return now ?? agent;
  };
  const agents = before.agents.map(take);
  const renamed = agents.some((agent, index) => agent.name !== before.agents[index]?.name);
  const all = { ...told, agents: [...agents, ...changed.values()] };
  return renamed || changed.size > 0 ? inOrder(all) : all;
}
