import type { Fields, Item, Kind, Located, Organization } from '@/api/organization';
import { kinds } from './kinds';

/** What forms and lists look things up in: the organization, by id. */
export interface Scope {
  all: Organization;
  byId: ReadonlyMap<string, Located>;
}

export function scopeOf(all: Organization): Scope {
  const byId = new Map<string, Located>();
  for (const kind of Object.keys(all) as Kind[]) {
    all[kind].forEach((item: Item) => byId.set(item.id, { kind, item }));
  }
  return { all, byId };
}

const fieldsOf = (item: Item): Fields => ({ ...item });

export const nameOf = (scope: Scope, id: unknown): string =>
  typeof id === 'string' ? (scope.byId.get(id)?.item.name ?? 'unknown') : '';

/** The kind and the item that a thing belongs to. */
export function ownerOf(scope: Scope, kind: Kind, fields: Fields): Located | undefined {
  const owner = kinds[kind].owner;
  const id = owner && fields[owner.field];
  return typeof id === 'string' ? scope.byId.get(id) : undefined;
}

/** What a thing stands under, the outermost first. */
export function pathOf(scope: Scope, kind: Kind, fields: Fields): Located[] {
  const owner = ownerOf(scope, kind, fields);
  return owner ? [...pathOf(scope, owner.kind, fieldsOf(owner.item)), owner] : [];
}

/** The management or business unit that a thing is in, or is; none: it is the whole company's. */
export function unitOf(scope: Scope, { kind, item }: Located): string | undefined {
  const path = [...pathOf(scope, kind, fieldsOf(item)), { kind, item }];
  return idIn(path, 'management-units') ?? idIn(path, 'business-units');
}

/** "Northwind › Service Europe": equal names are told apart by it. */
export const placeOf = (scope: Scope, { kind, item }: Located): string =>
  pathOf(scope, kind, fieldsOf(item)).map((place) => place.item.name).join(' › ');

const idIn = (path: readonly Located[], kind: Kind): string | undefined => path.find((place) => place.kind === kind)?.item.id;

/** Items of a kind that a thing may name: of its own business unit where it has one, else of its tenant. */
export function choicesFor(scope: Scope, wanted: Kind, kind: Kind, fields: Fields): Item[] {
  const path = pathOf(scope, kind, fields);
  return (scope.all[wanted] as Item[]).filter((item) => {
    const place = [...pathOf(scope, wanted, fieldsOf(item)), { kind: wanted, item }];
    const fits = (level: Kind) => {
      const [own, its] = [idIn(path, level), idIn(place, level)];
      return own === undefined || its === undefined || own === its;
    };
    return item.removed_at === null && item.id !== fields.id && fits('tenants') && fits('business-units');
  });
}

/** Removed things are there to be found when they are asked for. */
export const present = <T extends Item>(items: readonly T[], removed: boolean): T[] =>
  items.filter((item) => removed || item.removed_at === null);
