import type { AgentGroup, Forecast, Items, KnownAgentGroup } from '@/api/types';
import { isIn } from '../../choice/useChosen';
import { readNumber } from '../../readNumber';

type PlanningGroup = Items['planning-groups'];

/** A row of the form: agents with the same skills, as they stand in fields. */
export interface GroupRow {
  key: number;
  name: string;
  serves: readonly string[];
  agents: string;
}

export const mostGroups = 30;

/** More groups are not searched: every one makes the search longer by much. */
export const mostSearched = 8;

export const groupsOf = (groups: readonly PlanningGroup[], forecast: Pick<Forecast, 'planning_group_ids'>): PlanningGroup[] =>
  groups.filter((group) => isIn(group, forecast));

/** The people there are, the most first; without any, those who serve one group each, and those who serve all. */
export function firstRows(people: readonly KnownAgentGroup[], groups: readonly PlanningGroup[]): GroupRow[] {
  const all = groups.map(({ id }) => id);
  const made = groups.length > 1 && groups.length < mostSearched
    ? [...groups.map(({ id, name }) => ({ name: `${name} only`, serves: [id] })), { name: 'All skills', serves: all }]
    : [{ name: groups[0] && groups.length === 1 ? groups[0].name : 'All skills', serves: all }];
  const rows = people.length > 0 ? people.map(({ name, planning_group_ids: serves, people: count }) => ({ name, serves, agents: String(count) })) : made;
  return rows.slice(0, mostGroups).map((row, key) => ({ agents: '0', ...row, key }));
}

/** What is wrong with a row, in words; undefined when nothing is. */
export function wrongRow(row: GroupRow, rows: readonly GroupRow[], needsAgents: boolean): string | undefined {
  const agents = readNumber(row.agents);
  if (row.name.trim() === '') {
    return 'Give it a name.';
  }
  if (rows.some((other) => other.key !== row.key && other.name.trim() === row.name.trim())) {
    return `${row.name.trim()} is there twice.`;
  }
  if (row.serves.length === 0) {
    return `Say whom ${row.name.trim()} serve.`;
  }
  return needsAgents && (agents === undefined || !Number.isInteger(agents)) ? `Say how many ${row.name.trim()} are, as a whole number.` : undefined;
}

export const bodyOf = (rows: readonly GroupRow[]): AgentGroup[] =>
  rows.map(({ name, serves, agents }) => ({ name: name.trim(), planning_group_ids: [...serves], agents: Math.round(readNumber(agents) ?? 0) }));
