import { queryOptions } from '@tanstack/react-query';
import { answer, client } from './client';
import { unlessLive } from './live';

/** A business unit, or a management unit in one. */
export interface Unit {
  id: string;
  name: string;
  /** By whose clock its days begin. */
  zone: string;
  /** The business unit of a management unit. */
  parent?: Unit;
}

/** Every unit that the reader may see: each business unit, then the management units in it. */
export const unitsQuery = queryOptions({
  queryKey: ['units'],
  queryFn: async ({ signal }): Promise<Unit[]> => {
    const [business, management] = await Promise.all([
      answer(client.GET('/api/v2/wfm/organization/business-units', { signal })),
      answer(client.GET('/api/v2/wfm/organization/management-units', { signal })),
    ]);
    return business.items.flatMap(({ id, name, zone }) => {
      const unit: Unit = { id, name, zone };
      const parts = management.items.filter((part) => part.business_unit_id === id);
      return [unit, ...parts.map((part) => ({ id: part.id, name: part.name, zone: part.zone ?? zone, parent: unit }))];
    });
  },
  refetchInterval: unlessLive(15_000),
});

/** In an address: no unit, although one is remembered. */
export const allUnits = 'all';

/** "Service › Berlin". */
export const unitName = ({ name, parent }: Unit): string => (parent ? `${parent.name} › ${name}` : name);
