import type { WhatIf } from '@/api/forecasts';
import type { StaffingTerms } from '@/api/types';

/** Terms as they stand in fields; an empty one is as usual, or in a "what if" as kept. */
export interface TermValues {
  service_goal_id: string;
  shrinkage_percent: string;
  patience_seconds: string;
  handle_seconds: string;
  at_once: string;
  minimum_agents: string;
  uncertain_days: '' | 'true' | 'false';
  volume_percent: string;
}

export const numberFields = [
  { name: 'shrinkage_percent', label: 'Shrinkage, %', help: 'Paid time in which people are not on queue.' },
  { name: 'patience_seconds', label: 'Patience, s', help: 'Mean wait before people give up. Empty: they all wait.' },
  { name: 'handle_seconds', label: 'Handle time, s', help: 'Empty: as learned from the history.' },
  { name: 'at_once', label: 'Chats at once', help: 'How many an agent has at a time.' },
  { name: 'minimum_agents', label: 'Minimum agents', help: 'Never fewer while open.' },
] as const;

const text = (value: unknown) => (typeof value === 'number' ? String(value) : '');

export const noTerms: TermValues = {
  service_goal_id: '', shrinkage_percent: '', patience_seconds: '', handle_seconds: '', at_once: '', minimum_agents: '', uncertain_days: '', volume_percent: '',
};

export const valuesOf = (terms: StaffingTerms): TermValues => ({
  service_goal_id: terms.service_goal_id ?? '',
  shrinkage_percent: text(terms.shrinkage_percent),
  patience_seconds: text(terms.patience_seconds),
  handle_seconds: text(terms.handle_seconds),
  at_once: text(terms.at_once),
  minimum_agents: text(terms.minimum_agents),
  uncertain_days: terms.uncertain_days ? 'true' : 'false',
  volume_percent: '',
});

const number = (value: string): number | undefined => (value.trim() === '' ? undefined : Number(value.replace(',', '.')));

export const isNumber = (value: string): boolean => number(value) === undefined || Number.isFinite(number(value));

export const termsOf = (values: TermValues, kept: StaffingTerms): StaffingTerms => ({
  service_goal_id: values.service_goal_id || null,
  shrinkage_percent: number(values.shrinkage_percent) ?? kept.shrinkage_percent,
  patience_seconds: number(values.patience_seconds) ?? null,
  handle_seconds: number(values.handle_seconds) ?? null,
  at_once: number(values.at_once) ?? 1,
  minimum_agents: number(values.minimum_agents) ?? 0,
  uncertain_days: values.uncertain_days === 'true',
});

/** Only what is filled in; undefined when nothing is. */
export function whatIfOf(values: TermValues): WhatIf | undefined {
  const asked: WhatIf = {
    service_goal_id: values.service_goal_id || undefined,
    uncertain_days: values.uncertain_days === '' ? undefined : values.uncertain_days === 'true',
  };
  for (const name of ['shrinkage_percent', 'patience_seconds', 'handle_seconds', 'at_once', 'minimum_agents', 'volume_percent'] as const) {
    asked[name] = number(values[name]);
  }
  const filled = Object.entries(asked).filter(([, value]) => value !== undefined);
  return filled.length > 0 ? (Object.fromEntries(filled)) : undefined;
}
