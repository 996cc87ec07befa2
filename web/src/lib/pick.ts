type Search = Record<string, unknown>;

/** What a page knows of its address. An unknown or empty value is left out, never an error. */
export function pick<Key extends string>(search: Search, keys: readonly Key[]): Partial<Record<Key, string>> {
  const known = keys.flatMap((key) => {
    const value = search[key];
    const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
    return typeof text === 'string' && text !== '' ? [[key, text] as const] : [];
  });
  return Object.fromEntries(known) as Partial<Record<Key, string>>;
}
