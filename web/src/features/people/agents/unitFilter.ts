import type { Loaded } from '@/api/loaded';
import { allUnits } from '@/api/units';
import type { Scope } from '../items/places';

/** Whose people are listed: by the address, else as remembered, as long as there is such a unit. */
export function unitAsked(scope: Loaded<Scope>, asked: string | undefined, remembered: string | undefined): string | undefined {
  const usual = scope.state === 'full' && remembered && scope.data.byId.has(remembered) ? remembered : undefined;
  return asked === allUnits ? undefined : asked ?? usual;
}

/** A unit with the management units in it: people belong to those. */
export function unitsIn(scope: Loaded<Scope>, unit: string | undefined): string[] | undefined {
  const parts = scope.state === 'full' ? scope.data.all['management-units'].filter((part) => part.business_unit_id === unit) : [];
  return unit === undefined ? undefined : [unit, ...parts.map((part) => part.id)];
}
