import type { Source, SourceFields, SyncRun } from '@/api/types';
import type { TagKind } from '@/components/Tag';
import { formatDuration } from '@/lib/format';

export const stateTag = (source: Source): TagKind => {
  switch (source.state) {
    case 'following':
      return 'good';
    case 'away':
      return 'bad';
    case 'off':
      return 'off';
    default:
      return 'wait';
  }
};

export const runTag: Record<SyncRun['state'], TagKind> = { running: 'wait', done: 'good', held: 'bad', approved: 'wait', failed: 'bad' };

/** How far behind its source what is here may be: "0.2 s". */
export const lagText = (seconds: number | null): string =>
  seconds === null ? 'unknown' : seconds < 60 ? `${Math.max(0, seconds).toFixed(1)} s` : formatDuration(seconds);

export const typeNames: Record<Source['type'], string> = { directory: 'directory', folder: 'folder of files', import: 'import by hand' };

export const levels = [
  { value: '0', label: '0: off' },
  { value: '1', label: '1: agents of sites assigned here' },
  { value: '2', label: '2: everything but sites assigned elsewhere' },
];

/** Fields that either the source or WFM may own. */
export const ownable = ['name', 'employee_number', 'user_name', 'email', 'site', 'time_zone', 'employment', 'skills', 'logins', 'attributes'] as const;

/** What a new source begins with. */
export const newSource = {
  name: '', type: 'directory', level: 2, timeout_minutes: 60, owned_by_wfm: [], brake_percent: 2, brake_people: 50,
  settings: { address: null, token_file: null, folder: null, tenant: null },
} as const satisfies SourceFields;

/** The run that waits for somebody's word: the latest full one, if it is held. */
export function heldRun(runs: readonly SyncRun[]): SyncRun | undefined {
  const latest = runs.find((run) => run.kind === 'full');
  return latest?.state === 'held' ? latest : undefined;
}
