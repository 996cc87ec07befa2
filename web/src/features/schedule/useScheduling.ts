import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { buildsQuery } from '@/api/builds';
import { forecastsQuery } from '@/api/forecasts';
import { usePermitted, type Loaded } from '@/api/loaded';
import { businessUnitOf, organizationQuery } from '@/api/organization';
import { preferenceQuery } from '@/api/preferences';
import { useWhere } from '@/api/session';
import type { Build, Forecast, Items } from '@/api/types';
import type { ScheduleSearch } from './search';

/** What there is to choose from, and what is chosen: by the address, else as remembered, else the first. */
export interface Scheduling {
  units: readonly Items['business-units'][];
  /** Of the unit. */
  sites: readonly Items['management-units'][];
  forecasts: readonly Forecast[];
  builds: readonly Build[];
  unit?: Items['business-units'];
  build?: Build;
  /** Management units whose schedules may be seen, of business units whose builds may not. */
  partly: readonly Items['management-units'][];
}

const inUse = <T extends { removed_at: string | null }>(items: readonly T[]): T[] => items.filter((item) => item.removed_at === null);

const oneOf = <T extends { id: string }>(items: readonly T[], ...wanted: (string | undefined)[]): T | undefined =>
  wanted.map((id) => items.find((item) => item.id === id)).find(Boolean) ?? items[0];

export const useAsked = (): ScheduleSearch => useSearch({ from: '/framed/schedule' });

export function useScheduling(): Loaded<Scheduling> {
  const asked = useAsked();
  const memory = useQuery(preferenceQuery('schedule'));
  const shell = useQuery(preferenceQuery('shell'));
  const organization = usePermitted('organization:view', organizationQuery);
  const all = organization.state === 'full' && !memory.isLoading && !shell.isLoading ? organization.data : undefined;
  const seen = { ...memory.data, unit: (all && businessUnitOf(all, shell.data?.unit)) ?? memory.data?.unit };
  const may = useWhere();
  const maySee = ({ id }: { id: string }) => may('schedule:view', id);
  const units = all ? inUse(all['business-units']).filter(maySee) : [];
  const unit = oneOf(units, asked.unit, seen.unit);
  const builds = usePermitted('schedule:view', buildsQuery(unit?.id));
  const forecasts = usePermitted('forecast:view', forecastsQuery(unit?.id));
  const gap = [builds, organization, forecasts].find((one) => one.state !== 'full');
  if (gap || !all || builds.state !== 'full' || forecasts.state !== 'full') {
    return (gap as Loaded<never> | undefined) ?? { state: 'loading' };
  }
  return {
    ...builds,
    data: {
      units, unit, forecasts: forecasts.data.filter(({ state }) => state === 'done'), builds: builds.data,
      partly: inUse(all['management-units']).filter((site) => maySee(site) && !may('schedule:view', site.business_unit_id)),
      sites: inUse(all['management-units']).filter((site) => site.business_unit_id === unit?.id),
      build: oneOf(builds.data, asked.build, seen.build),
    },
  };
}
