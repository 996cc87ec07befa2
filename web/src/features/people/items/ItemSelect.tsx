import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Fields, Kind } from '@/api/organization';
import { capital, kinds } from './kinds';
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
  readOnly?: boolean;
  onChange: (id: string | null) => void;
}

const atOnce = 100;

/** One item among those that may be named here; of equal names each says where it belongs. */
export function ItemSelect({ wanted, kind, fields, scope, value, onChange, ...input }: ItemSelectProps) {
  const choices = choicesFor(scope, wanted, kind, fields);
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
      placeholder={`Choose ${input.clearable ? 'or leave empty' : `a ${kinds[wanted].one}`}`}
      nothingFoundMessage={`There is no such ${kinds[wanted].one}`}
      onChange={onChange}
    />
  );
}

type Choice = ReturnType<typeof choicesFor>[number];

function labelAmong(scope: Scope, kind: Kind, item: Choice, choices: readonly Choice[]): string {
  const alone = choices.filter((other) => other.name === item.name).length === 1;
  const place = alone ? '' : placeOf(scope, { kind, item });
  return place ? `${item.name} (${place})` : item.name;
}

export const ownerLabel = (kind: Kind): string => capital(kinds[kind].one);
