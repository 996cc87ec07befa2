import type { Item, Kind, Located } from '@/api/organization';
import { kinds } from '../items/kinds';
import { present, type Scope } from '../items/places';

/** From the outermost to the innermost: what the tree is made of. */
export const treeKinds = ['tenants', 'business-units', 'management-units', 'teams'] as const satisfies readonly Kind[];

export const inTree = (kind: Kind): boolean => treeKinds.some((one) => one === kind);

export interface TreeRow extends Located {
  level: number;
  /** Whether its children are shown; undefined where it has none. */
  isOpen?: boolean;
}

export interface TreeQuestion {
  removed: boolean;
  search: string;
  /** What was opened or closed by hand, against what it would be. */
  toggled: ReadonlySet<string>;
}

const openedAtFirst: readonly Kind[] = ['tenants', 'business-units'];

/** The rows of the tree from top to bottom. A search opens what leads to a hit and leaves the rest out. */
export function treeRows(scope: Scope, { removed, search, toggled }: TreeQuestion): TreeRow[] {
  const text = search.trim().toLowerCase();
  const rowsOf = (level: number, ownerId: string | undefined): TreeRow[] => {
    const kind = treeKinds[level];
    return kind === undefined ? [] : childrenOf(scope, kind, ownerId, removed).flatMap((item) => {
      const below = rowsOf(level + 1, item.id);
      const isHit = text === '' || item.name.toLowerCase().includes(text);
      if (!isHit && below.length === 0) {
        return [];
      }
      const isOpen = text === '' ? openedAtFirst.includes(kind) !== toggled.has(item.id) : true;
      return [{ kind, item, level, isOpen: below.length > 0 ? isOpen : undefined }, ...(isOpen ? below : [])];
    });
  };
  return rowsOf(0, undefined);
}

/** Items of a kind that belong to one thing; all of them for the outermost kind. */
export function childrenOf(scope: Scope, kind: Kind, ownerId: string | undefined, removed: boolean): Item[] {
  const owner = kinds[kind].owner;
  return present(scope.all[kind] as Item[], removed)
    .filter((item) => !owner || (item as unknown as Record<string, unknown>)[owner.field] === ownerId);
}

/** What belongs to a thing in the tree, kind by kind, but for what has a tab of its own. */
export const listsUnder: Partial<Record<Kind, readonly Kind[]>> = {
  'tenants': ['business-units', 'sites'],
  'business-units': ['management-units', 'activity-codes', 'planning-groups', 'service-goals'],
  'management-units': ['teams'],
};
