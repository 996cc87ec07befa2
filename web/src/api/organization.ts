import { queryOptions, useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { answer, client, idempotent, ifMatch } from './client';
import { unlessLive } from './live';
import type { Items, PlanVerdict } from './types';
import { useIntent } from './useIntent';

export type Kind = keyof Items;
export type Item = Items[Kind];
export type Organization = { [K in Kind]: Items[K][] };
/** What may be written of an item: its fields by their names in the API. */
export type Fields = Record<string, unknown>;

export const allKinds = [
  'tenants', 'time-zones', 'switches', 'skills', 'sites', 'business-units', 'management-units', 'teams',
  'activity-codes', 'planning-groups', 'service-goals', 'work-plans',
] as const satisfies readonly Kind[];

// Every kind has the same routes, which the types of the client cannot say: they are those of one kind.
type AnyKind = 'skills';
const many = (kind: Kind) => `/api/v2/wfm/organization/${kind as AnyKind}` as const;
const one = (kind: Kind) => `/api/v2/wfm/organization/${kind as AnyKind}/{id}` as const;

/** All of it that may be seen, removed things too: every node has it in memory, and names are needed everywhere. */
export const organizationQuery = queryOptions({
  queryKey: ['organization'],
  queryFn: async ({ signal }): Promise<Organization> => {
    const query = { params: { query: { removed: true } }, signal };
    const lists = await Promise.all(allKinds.map(async (kind) => [kind, (await answer(client.GET(many(kind), query))).items]));
    return Object.fromEntries(lists) as Organization;
  },
  refetchInterval: unlessLive(15_000),
});

export const zonesQuery = queryOptions({
  queryKey: ['zones'],
  queryFn: async ({ signal }) => (await answer(client.GET('/api/v2/wfm/organization/zones', { signal }))).items,
  staleTime: Infinity,
});

/** The business unit that an id names, or in which the management unit is that it names. */
export const businessUnitOf = (all: Organization, id: string | undefined): string | undefined =>
  all['management-units'].find((unit) => unit.id === id)?.business_unit_id ?? all['business-units'].find((unit) => unit.id === id)?.id;

/** A thing and its kind: what an address or a tree points at. */
export interface Located {
  kind: Kind;
  item: Item;
}

export const findItem = (all: Organization, id: string | null | undefined): Located | undefined => {
  for (const kind of allKinds) {
    const item = all[kind].find((candidate) => candidate.id === id);
    if (item) {
      return { kind, item };
    }
  }
  return undefined;
};

/** Whether somebody can work by the rules of a work plan; asked while they are written. */
export const planCheckQuery = (fields: Fields) =>
  queryOptions({
    queryKey: ['plan-check', fields],
    queryFn: ({ signal }): Promise<PlanVerdict> =>
      answer(client.POST('/api/v2/wfm/organization/work-plans/check', { body: fields as { name: string; business_unit_id: string } as never, signal })),
    enabled: Boolean(fields.business_unit_id),
    placeholderData: (before) => before,
    retry: false,
  });

export interface NewItem {
  kind: Kind;
  fields: Fields;
}

const createItem = async ({ kind, fields }: NewItem, key: string): Promise<Located> => {
  const body = fields as { name: string; tenant_id: string };
  return { kind, item: (await answer(client.POST(many(kind), { body, headers: idempotent(key) }))) as Item };
};

/** What is done to an item that is there. */
export interface Doing extends Located {
  what: 'change' | 'remove' | 'restore';
  fields?: Fields;
}

async function doToItem({ kind, item, what, fields = {} }: Doing): Promise<Located> {
  const params = { path: { id: item.id }, header: ifMatch(item.version) };
  const done = {
    change: () => client.PATCH(one(kind), { params, body: fields }),
    remove: () => client.DELETE(one(kind), { params }),
    restore: () => client.POST(`${one(kind)}/restore`, { params }),
  }[what];
  return { kind, item: (await answer(done())) as Item };
}

/** Puts what the server answered where it belongs, so that nobody waits for the next look. */
function useTaken(): (done: Located) => void {
  const queries = useQueryClient();
  return ({ kind, item }) => {
    queries.setQueryData(organizationQuery.queryKey, (all): Organization | undefined => {
      if (!all) {
        return all;
      }
      const others = (all[kind] as Item[]).filter((other) => other.id !== item.id);
      return { ...all, [kind]: [...others, item].sort((a, b) => a.name.localeCompare(b.name, 'en')) };
    });
    void queries.invalidateQueries(organizationQuery);
  };
}

export function useCreateItem(onDone: (made: Located) => void): UseMutationResult<Located, Error, NewItem> {
  const taken = useTaken();
  return useIntent(createItem, (made) => {
    taken(made);
    onDone(made);
  });
}

export function useItem(onDone: (done: Located, doing: Doing) => void): UseMutationResult<Located, Error, Doing> {
  const taken = useTaken();
  return useMutation({
    mutationFn: doToItem,
    onSuccess: (done, doing) => {
      taken(done);
      onDone(done, doing);
    },
  });
}
