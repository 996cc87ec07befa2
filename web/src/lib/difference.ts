export interface FieldChange {
  path: string;
  kind: 'added' | 'removed' | 'changed' | 'same';
  before?: string;
  after?: string;
}

type Fields = Map<string, string>;

function flatten(value: unknown, path: string, into: Fields): Fields {
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object' || item === null)) {
    return into.set(path, value.length === 0 ? '(none)' : value.map(String).join(', '));
  }
  if (typeof value === 'object' && value !== null) {
    for (const [key, child] of Object.entries(value)) {
      flatten(child, path === '' ? key : `${path}.${key}`, into);
    }
    return into;
  }
  if (value === undefined) {
    return into;
  }
  return into.set(path || 'value', value === null ? '(empty)' : typeof value === 'string' ? value : JSON.stringify(value));
}

/** What differs between two JSON values, field by field; unchanged fields come last. */
export function difference(before: unknown, after: unknown): FieldChange[] {
  const old = flatten(before ?? undefined, '', new Map());
  const now = flatten(after ?? undefined, '', new Map());
  const changes = [...new Set([...old.keys(), ...now.keys()])].map((path): FieldChange => {
    const change = { path, before: old.get(path), after: now.get(path) };
    if (change.before === undefined) {
      return { ...change, kind: 'added' };
    }
    if (change.after === undefined) {
      return { ...change, kind: 'removed' };
    }
    return { ...change, kind: change.before === change.after ? 'same' : 'changed' };
  });
  return [...changes.filter((change) => change.kind !== 'same'), ...changes.filter((change) => change.kind === 'same')];
}
