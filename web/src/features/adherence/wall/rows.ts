import type { WallAgent } from '@/api/types';

/** Which agents are shown: those in alarm only, those of whom nothing is known only, or all. */
export type Shown = 'out' | 'unknown' | undefined;

export interface Counts {
  all: number;
  out: number;
  unknown: number;
}

export const isInAlarm = ({ in_alarm_since: since }: WallAgent): boolean => since !== null;
const isOff = ({ scheduled }: WallAgent): boolean => scheduled === null || scheduled.category === 'time_off';
/** Nobody knows what the agent does, who should be doing something: who is off and silent is missed by nobody. */
export const isMissed = (agent: WallAgent): boolean => agent.verdict === 'unknown' && !isOff(agent);

export function countsOf(agents: readonly WallAgent[]): Counts {
  const counts = { all: agents.length, out: 0, unknown: 0 };
  for (const agent of agents) {
    counts.out += isInAlarm(agent) ? 1 : 0;
    counts.unknown += isMissed(agent) ? 1 : 0;
  }
  return counts;
}

/** Which part of the wall an agent stands in: alarms, then whom nobody knows of, then who is where the plan is, then who is off. */
function placeOf(agent: WallAgent): 0 | 1 | 2 | 3 {
  if (isInAlarm(agent)) {
    return 0;
  }
  return isMissed(agent) ? 1 : isOff(agent) ? 3 : 2;
}

const textOf = ({ name, team_name: team, scheduled, actual }: WallAgent): string =>
  `${name} ${team ?? ''} ${scheduled?.name ?? ''} ${actual.state ?? ''}`.toLowerCase();

/**
 * The rows of the wall: the longest alarm first, whoever is not in alarm after them in the order of the list. One pass, so that it can
 * be done anew with whatever comes.
 */
export function rowsOf(agents: readonly WallAgent[], shown: Shown, search: string): WallAgent[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const parts: [WallAgent[], WallAgent[], WallAgent[], WallAgent[]] = [[], [], [], []];
  for (const agent of agents) {
    const place = placeOf(agent);
    const isShown = shown === undefined || (shown === 'out' ? place === 0 : place === 1);
    if (isShown && (words.length === 0 || words.every((word) => textOf(agent).includes(word)))) {
      parts[place].push(agent);
    }
  }
  parts[0].sort((a, b) => Date.parse(a.in_alarm_since ?? '') - Date.parse(b.in_alarm_since ?? ''));
  return parts.flat();
}
