import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Fields, Item, Kind } from '@/api/organization';
import { kinds } from './kinds';
import { choicesFor, nameOf, placeOf, type Scope } from './places';

interface ItemSelectProps {
  label: string;
  description?: string;
  /** Of which kind it is, and what it is chosen for. */
  wanted: Kind;
  kind: Kind;
  fields: Fields;
  scope: Scope;
  value: unknown;
  error?: ReactNode;
  clearable?: boolean;
  /** What an empty choice means. */
  empty?: string;
  readOnly?: boolean;
  /** Of the choices, those that are offered. */
  only?: (item: Item) => boolean;
  onChange: (id: string | null) => void;
}

const atOnce = 100;

/** One item among those that may be named here; of equal names each says where it belongs. */
export function ItemSelect({ wanted, kind, fields, scope, value, empty, only, onChange, ...input }: ItemSelectProps) {
  const choices = choicesFor(scope, wanted, kind, fields).filter((item) => only?.(item) ?? true);
  const chosen = typeof value === 'string' ? value : null;
  const data = choices.map((item) => ({ value: item.id, label: labelAmong(scope, wanted, item, choices) }));
  if (chosen && !choices.some((item) => item.id === chosen)) {
    data.unshift({ value: chosen, label: nameOf(scope, chosen) });
  }
  return (
    <Select
      {...input}
      searchable
      limit={atOnce}
      data={data}
      value={chosen}
      placeholder={empty ?? `Choose ${input.clearable ? 'or leave empty' : `a ${kinds[wanted].one}`}`}
      nothingFoundMessage={`There is no such ${kinds[wanted].one}`}
      onChange={onChange}
    />
  );
}

function labelAmong(scope: Scope, kind: Kind, item: Item, choices: readonly Item[]): string {
  const alone = choices.filter((other) => other.name === item.name).length === 1;
  const place = alone ? '' : placeOf(scope, { kind, item });
  return place ? `${item.name} (${place})` : item.name;
}
