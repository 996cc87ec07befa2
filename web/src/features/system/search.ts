/** What the addresses of the System page carry. An unknown or empty value is left out, never an error. */
type Search = Record<string, unknown>;

function pick<Key extends string>(search: Search, keys: readonly Key[]): Partial<Record<Key, string>> {
  const known = keys.flatMap((key) => {
    const value = search[key];
    const text = typeof value === 'number' ? String(value) : value;
    return typeof text === 'string' && text !== '' ? [[key, text] as const] : [];
  });
  return Object.fromEntries(known) as Partial<Record<Key, string>>;
}

export const readOptionSearch = (search: Search) => pick(search, ['search']);
/** `user` is the id of the user whose drawer is open, or "new". */
export const readUserSearch = (search: Search) => pick(search, ['search', 'user']);
export const readAccessSearch = (search: Search) => pick(search, ['role']);
export const readClientSearch = (search: Search) => pick(search, ['client']);
export const readAuditSearch = (search: Search) => pick(search, ['actor', 'entity', 'entity_id', 'from', 'to']);
