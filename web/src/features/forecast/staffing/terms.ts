import type { WhatIf } from '@/api/forecasts';
import type { StaffingTerms } from '@/api/types';
import { numberAdvice, readNumber } from '../readNumber';

type TermName = keyof StaffingTerms | 'volume_percent';

/** Terms as they stand in fields; an empty one is as usual. */
export type TermValues = Record<TermName, string>;

interface NumberField {
  name: 'shrinkage_percent' | 'patience_seconds' | 'handle_seconds' | 'at_once' | 'minimum_agents';
  label: string;
  help: string;
  /** What it is when it is empty; without it, it must not be. */
  usual?: string;
  isWhole?: boolean;
}

export const numberFields: readonly NumberField[] = [
  { name: 'shrinkage_percent', label: 'Shrinkage, %', help: 'Paid time in which people are not on queue.' },
  { name: 'patience_seconds', label: 'Patience, s', help: 'Mean wait before people give up. Empty: all wait.', usual: 'all wait', isWhole: true },
  { name: 'handle_seconds', label: 'Handle time, s', help: 'Empty: as learned from the history.', usual: 'as learned' },
  { name: 'at_once', label: 'Chats at once', help: 'How many an agent has at a time. Empty: 1.', usual: '1', isWhole: true },
  { name: 'minimum_agents', label: 'Minimum agents', help: 'Never fewer while open. Empty: none.', usual: '0', isWhole: true },
];

const text = (value: unknown) => (typeof value === 'number' ? String(value) : '');

export const valuesOf = (terms: StaffingTerms): TermValues => ({
  service_goal_id: terms.service_goal_id ?? '',
  shrinkage_percent: text(terms.shrinkage_percent),
  patience_seconds: text(terms.patience_seconds),
  handle_seconds: text(terms.handle_seconds),
  at_once: text(terms.at_once),
  minimum_agents: text(terms.minimum_agents),
  uncertain_days: String(terms.uncertain_days ?? false),
  volume_percent: '',
});

function wrong(value: string, { usual, isWhole = false }: Pick<NumberField, 'usual' | 'isWhole'>): string | undefined {
  if (value.trim() === '') {
    return usual === undefined ? 'Write a number; 0 is one too.' : undefined;
  }
  const number = readNumber(value);
  if (number === undefined) {
    return numberAdvice;
  }
  return isWhole && !Number.isInteger(number) ? 'Write a whole number.' : undefined;
}

/** What is wrong with what was typed, by field. */
export function wrongIn(values: TermValues): Partial<TermValues> {
  const fields = [...numberFields, { name: 'volume_percent' as const, usual: '100' }];
  return Object.fromEntries(fields.flatMap((field) => {
    const words = wrong(values[field.name], field);
    return words ? [[field.name, words]] : [];
  }));
}

/** Of values in which nothing is wrong. */
export const termsOf = (values: TermValues) => ({
  service_goal_id: values.service_goal_id || null,
  shrinkage_percent: readNumber(values.shrinkage_percent) ?? 0,
  patience_seconds: readNumber(values.patience_seconds) ?? null,
  handle_seconds: readNumber(values.handle_seconds) ?? null,
  at_once: readNumber(values.at_once) ?? 1,
  minimum_agents: readNumber(values.minimum_agents) ?? 0,
  uncertain_days: values.uncertain_days === 'true',
}) satisfies StaffingTerms;

/** Only what differs from the terms that are kept; undefined when nothing does. What is set back to as usual is asked for as empty. */
export function whatIfOf(values: TermValues, kept: StaffingTerms): WhatIf | undefined {
  const now = termsOf(valuesOf(kept));
  const differ = Object.entries(termsOf(values)).filter(([name, value]) => value !== now[name as keyof typeof now]).map(([name, value]) => [name, value ?? '']);
  const percent = readNumber(values.volume_percent);
  const asked = percent === undefined || percent === 100 ? differ : [...differ, ['volume_percent', percent]];
  return asked.length > 0 ? (Object.fromEntries(asked) as WhatIf) : undefined;
}
