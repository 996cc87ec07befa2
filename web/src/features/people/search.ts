import { pick } from '@/lib/pick';

type Search = Record<string, unknown>;

/**
 * `item` is chosen in the tree; `open` is open in the panel at the side; `new` is the kind of what is being made;
 * `removed` shows what was removed too.
 */
export const readItemSearch = (search: Search) => pick(search, ['search', 'item', 'open', 'new', 'removed']);

/** `agent` is the id of who is open at the side, or "new". */
export const readAgentSearch = (search: Search) =>
  pick(search, ['search', 'unit', 'team', 'skill', 'status', 'source', 'differs', 'agent']);

/** `source` is the id of the source that is open at the side, or "new". */
export const readSyncSearch = (search: Search) => pick(search, ['source']);
