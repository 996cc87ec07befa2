import type { Kind } from '@/api/organization';

export interface Choice {
  value: string;
  label: string;
}

/** A field of an item: how it is asked for and told. `null` where it is left empty. */
export interface FieldSpec {
  name: string;
  label: string;
  type:
    | 'text' | 'zone' | 'time' | 'colour' | 'flag' | 'number' | 'range' | 'days' | 'choice' | 'numberChoice'
    | 'item' | 'assignment' | 'breaks' | 'queues' | 'skills';
  description?: string;
  /** The unit of a number, after its label. */
  unit?: 'min' | 's' | 'h' | '%' | 'days';
  choices?: readonly Choice[];
  /** Which items may be chosen. */
  kind?: Kind;
  optional?: true;
  /** Fields of one section stand together under its name. */
  section?: string;
  /** Whether lists have a column for it. */
  column?: true;
}

export const labelOf = ({ label, unit }: FieldSpec): string => (unit ? `${label}, ${unit}` : label);

const words = (value: string): string => value.replaceAll('_', ' ');

export const choicesOf = (...values: readonly (string | number)[]): Choice[] =>
  values.map((value) => ({ value: String(value), label: words(String(value)) }));

export const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

export const dayLabel = (day: string): string => day.charAt(0).toUpperCase() + day.slice(1, 3);
