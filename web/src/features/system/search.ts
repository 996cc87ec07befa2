import { pick } from '@/lib/pick';

type Search = Record<string, unknown>;

export const readOptionSearch = (search: Search) => pick(search, ['search']);
/** `user` is the id of the user whose drawer is open, or "new". */
export const readUserSearch = (search: Search) => pick(search, ['search', 'user']);
export const readAccessSearch = (search: Search) => pick(search, ['role']);
export const readClientSearch = (search: Search) => pick(search, ['client']);
export const readAuditSearch = (search: Search) => pick(search, ['actor', 'entity', 'entity_id', 'from', 'to']);
