import type { AdherenceRules, AdherenceTerms, StateMeaning } from '@/api/types';

export const categories = ['on_queue', 'break', 'meal', 'meeting', 'training', 'time_off', 'unavailable', 'other_work'] as const;
export type Category = (typeof categories)[number];

/** What an agent may be doing while something is scheduled. */
export const acceptable = [...categories, 'logged_out'] as const satisfies readonly StateMeaning[];
export const meanings = [...acceptable, 'ignored', 'unchanged'] as const satisfies readonly StateMeaning[];

export const meaningWord: Record<StateMeaning, string> = {
  on_queue: 'on queue', break: 'break', meal: 'meal', meeting: 'meeting', training: 'training', time_off: 'time off',
  unavailable: 'unavailable', other_work: 'other work', logged_out: 'logged out', ignored: 'left out of adherence', unchanged: 'no change',
};

export interface MappingRow {
  source: string;
  state: string;
  /** Empty: with any reason code that has no mapping of its own, and with none. */
  reason: string;
  counts_as: StateMeaning;
}

export const thresholds = ['start_early_seconds', 'start_late_seconds', 'end_early_seconds', 'end_late_seconds'] as const;
export type Threshold = (typeof thresholds)[number];

/** Whatever is null is as usual. */
export type Terms = Record<Threshold, number | null> & { accepts: StateMeaning[] | null; ignored: boolean | null };

export const usualTerms: Terms = {
  start_early_seconds: null, start_late_seconds: null, end_early_seconds: null, end_late_seconds: null, accepts: null, ignored: null,
};

/** Rules while they are written. */
export interface Draft {
  mappings: readonly MappingRow[];
  categories: Readonly<Partial<Record<Category, Terms>>>;
  activities: readonly { activity_code_id: string; terms: Terms }[];
  accepts_unscheduled: StateMeaning[] | null;
}

export const emptyRow: MappingRow = { source: '', state: '', reason: '', counts_as: 'on_queue' };

const termsOf = (terms: AdherenceTerms): Terms => ({ ...usualTerms, ...terms });
const saysNothing = (terms: Terms): boolean => Object.values(terms).every((value) => value === null);

export const draftOf = (rules: AdherenceRules | undefined): Draft => ({
  mappings: (rules?.mappings ?? []).map(({ reason, ...mapping }) => ({ ...mapping, reason: reason ?? '' })),
  categories: Object.fromEntries((rules?.categories ?? []).map(({ category, terms }) => [category, termsOf(terms)])),
  activities: (rules?.activities ?? []).map(({ activity_code_id, terms }) => ({ activity_code_id, terms: termsOf(terms) })),
  accepts_unscheduled: rules?.accepts_unscheduled ?? null,
});

/** As they are sent: what is usual is not said. */
export const rulesOf = (draft: Draft): AdherenceRules => ({
  mappings: draft.mappings.map((row) => ({
    source: row.source.trim(), state: row.state.trim(), reason: row.reason.trim() || null, counts_as: row.counts_as,
  })),
  categories: categories.flatMap((category) => {
    const terms = draft.categories[category];
    return terms && !saysNothing(terms) ? [{ category, terms }] : [];
  }),
  activities: draft.activities.map((activity) => ({ ...activity })),
  accepts_unscheduled: draft.accepts_unscheduled,
});

export const isSame = (one: Draft, other: Draft): boolean => JSON.stringify(rulesOf(one)) === JSON.stringify(rulesOf(other));

/** What may be said of a state when it is tried: its own mappings, and all terms. */
export const rulesFor = (draft: Draft, source: string, state: string): AdherenceRules =>
  rulesOf({ ...draft, mappings: draft.mappings.filter((row) => row.source.trim() === source && row.state.trim() === state) });

/** The sources that mappings name. */
export const sourcesOf = ({ mappings }: Draft): string[] => [...new Set(mappings.map(({ source }) => source.trim()).filter(Boolean))];

export const withRow = (draft: Draft, index: number, changes: Partial<MappingRow>): Draft => ({
  ...draft, mappings: draft.mappings.map((row, place) => (place === index ? { ...row, ...changes } : row)),
});

export const withoutRow = (draft: Draft, index: number): Draft => ({ ...draft, mappings: draft.mappings.filter((_, place) => place !== index) });

const keyOf = (row: MappingRow): string => JSON.stringify([row.source.trim(), row.state.trim(), row.reason.trim()]);

/** Rows that say something of the same state and reason code take the place of what was there. */
export function withRows(draft: Draft, rows: readonly MappingRow[]): Draft {
  const all = new Map([...draft.mappings, ...rows].map((row) => [keyOf(row), row]));
  return { ...draft, mappings: [...all.values()] };
}

export const withCategory = (draft: Draft, category: Category, terms: Terms): Draft => ({
  ...draft, categories: { ...draft.categories, [category]: terms },
});

export const withActivity = (draft: Draft, id: string, terms: Terms): Draft => ({
  ...draft,
  activities: draft.activities.some((one) => one.activity_code_id === id)
    ? draft.activities.map((one) => (one.activity_code_id === id ? { ...one, terms } : one))
    : [...draft.activities, { activity_code_id: id, terms }],
});

export const withoutActivity = (draft: Draft, id: string): Draft => ({
  ...draft, activities: draft.activities.filter((one) => one.activity_code_id !== id),
});

/** The place of a category among those that are sent: the server names it by that. */
export const placeOf = (draft: Draft, category: Category): number => rulesOf(draft).categories?.findIndex((one) => one.category === category) ?? -1;
