import type { Way } from '../model/stops';

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** What a key asks for, but for going about and for shaping. */
export type Command = 'open' | 'remove' | 'leave' | 'copy' | 'cut' | 'paste' | 'undo' | 'nearer' | 'farther' | 'help';

const plain: Record<string, Command | undefined> = {
  Enter: 'open', Delete: 'remove', Backspace: 'remove', Escape: 'leave', '+': 'nearer', '-': 'farther', '?': 'help',
};
const withControl: Record<string, Command | undefined> = { c: 'copy', x: 'cut', v: 'paste', z: 'undo' };

/** What changes the schedule: not for who may only look. */
export const changes: ReadonlySet<Command> = new Set<Command>(['remove', 'cut', 'paste', 'undo']);

export function commandOf({ key, ctrlKey, metaKey, shiftKey }: Key): Command | undefined {
  return !ctrlKey && !metaKey ? plain[key] : shiftKey ? undefined : withControl[key.toLowerCase()];
}

/** Shift and an arrow: by how many intervals earlier or later, shorter or longer. */
export function stepOf({ key, shiftKey }: Key): { later: number; longer: number } | undefined {
  const by = { ArrowLeft: { later: -1, longer: 0 }, ArrowRight: { later: 1, longer: 0 }, ArrowDown: { later: 0, longer: 1 }, ArrowUp: { later: 0, longer: -1 } }[key];
  return shiftKey ? by : undefined;
}

/** Where a key leads; a page is the rows that the window holds. */
export function wayOf({ key, ctrlKey, metaKey }: Key, page: number, all: number): Way | undefined {
  const far = ctrlKey || metaKey;
  const ways: Record<string, Way | undefined> = {
    ArrowLeft: far ? { days: -1 } : { stops: -1 }, ArrowRight: far ? { days: 1 } : { stops: 1 },
    ArrowUp: { rows: -1 }, ArrowDown: { rows: 1 }, PageUp: { rows: -page }, PageDown: { rows: page },
    Home: far ? { rows: -all } : { edge: 'first' }, End: far ? { rows: all } : { edge: 'last' },
  };
  return ways[key];
}
