import { useQuery } from '@tanstack/react-query';
import { forecastsQuery } from '@/api/forecasts';
import { historyQueuesQuery } from '@/api/history';
import { usePermitted, type Loaded } from '@/api/loaded';
import { businessUnitOf, organizationQuery, type Organization } from '@/api/organization';
import { preferenceQuery } from '@/api/preferences';
import { useWhere } from '@/api/session';
import type { Forecast, HistoryQueue, Items } from '@/api/types';
import { useAsked } from './useAsked';

type Unit = Items['business-units'];
type Group = Items['planning-groups'];

/** What there is to choose from, and what is chosen: by the address, else as remembered, else the first. */
export interface Chosen {
  units: readonly Unit[];
  groups: readonly Group[];
  goals: readonly Items['service-goals'][];
  forecasts: readonly Forecast[];
  queues: readonly HistoryQueue[];
  unit?: Unit;
  group?: Group;
  forecast?: Forecast;
}

const inUse = <T extends { removed_at: string | null }>(items: readonly T[]): T[] => items.filter((item) => item.removed_at === null);

const oneOf = <T extends { id: string }>(items: readonly T[], ...wanted: (string | undefined)[]): T | undefined => {
  const found = wanted.map((id) => items.find((item) => item.id === id)).find(Boolean);
  return found ?? items[0];
};

/** Whether a forecast was asked for a planning group; one that names none is of all. */
export const isIn = ({ id }: { id: string }, { planning_group_ids: ids }: Pick<Forecast, 'planning_group_ids'>): boolean =>
  ids.length === 0 || ids.includes(id);

export interface Wanted {
  unit?: string;
  group?: string;
  forecast?: string;
}

export function unitOf(all: Organization, asked: Wanted, seen: Wanted): Unit | undefined {
  const owner = all['planning-groups'].find((group) => group.id === asked.group)?.business_unit_id;
  return oneOf(inUse(all['business-units']), asked.unit, owner, seen.unit);
}

interface Known {
  all: Organization;
  forecasts: readonly Forecast[];
  queues: readonly HistoryQueue[];
}

export function chosenOf({ all, forecasts, queues }: Known, asked: Wanted, seen: Wanted): Chosen {
  const unit = unitOf(all, asked, seen);
  const own = <T extends { business_unit_id: string; removed_at: string | null }>(items: readonly T[]) =>
    inUse(items).filter((item) => item.business_unit_id === unit?.id);
  const groups = own(all['planning-groups']);
  const forecast = oneOf(forecasts, asked.forecast, seen.forecast);
  const made = groups.filter((group) => !forecast || isIn(group, forecast));
  return {
    units: inUse(all['business-units']), groups, goals: own(all['service-goals']), forecasts, queues, unit, forecast,
    group: groups.find(({ id }) => id === asked.group) ?? oneOf(made, seen.group) ?? groups[0],
  };
}

/** The first that is not there yet speaks for all. */
const missing = (...all: Loaded<unknown>[]): Loaded<never> | undefined =>
  all.find((one) => one.state !== 'full');

/** What every page of the area is drawn from. */
export function useChosen(): { chosen: Loaded<Chosen>; mayEdit: boolean } {
  const asked = useAsked();
  const memory = useQuery(preferenceQuery('forecast'));
  const organization = usePermitted('organization:view', organizationQuery);
  const shell = useQuery(preferenceQuery('shell'));
  const may = useWhere();
  const known = organization.state === 'full' && !memory.isLoading && !shell.isLoading ? organization.data : undefined;
  const all = known && { ...known, 'business-units': known['business-units'].filter(({ id }) => may('forecast:view', id)) };
  const seen = { ...memory.data, unit: (all && businessUnitOf(all, shell.data?.unit)) ?? memory.data?.unit };
  const unit = all && unitOf(all, asked, seen)?.id;
  const forecasts = usePermitted('forecast:view', forecastsQuery(unit));
  const queues = usePermitted('forecast:view', historyQueuesQuery(unit));
  const mayEdit = may('forecast:edit', unit);
  const gap = missing(forecasts, organization, queues);
  if (gap || !all || forecasts.state !== 'full' || queues.state !== 'full') {
    return { chosen: gap ?? { state: 'loading' }, mayEdit };
  }
  return { chosen: { ...forecasts, data: chosenOf({ all, forecasts: forecasts.data, queues: queues.data }, asked, seen) }, mayEdit };
}
