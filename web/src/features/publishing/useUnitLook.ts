import { usePermitted, type Loaded } from '@/api/loaded';
import { organizationQuery } from '@/api/organization';
import type { Codes } from '@/lib/activities';

/** What days of a management unit are drawn with. */
export interface UnitLook {
  name: string;
  zone: string;
  codes: Codes;
}

export function useUnitLook(unit: string): Loaded<UnitLook> {
  const loaded = usePermitted('organization:view', organizationQuery);
  if (loaded.state !== 'full') {
    return loaded;
  }
  const all = loaded.data;
  const found = all['management-units'].find(({ id }) => id === unit);
  const business = all['business-units'].find(({ id }) => id === found?.business_unit_id);
  return {
    ...loaded,
    data: {
      name: found?.name ?? 'A unit that is gone',
      zone: found?.zone ?? business?.zone ?? 'UTC',
      codes: new Map(all['activity-codes'].map(({ id, name, colour }) => [id, { name, colour }])),
    },
  };
}
