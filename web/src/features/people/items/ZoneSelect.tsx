import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Zone } from '@/api/types';

interface ZoneSelectProps {
  label: string;
  description?: string;
  zones: readonly Zone[];
  value: unknown;
  error?: ReactNode;
  clearable: boolean;
  readOnly: boolean;
  onChange: (zone: string | null) => void;
}

const atOnce = 60;

/** A zone of the IANA database, found by a part of its name or by its offset now. */
export function ZoneSelect({ zones, value, onChange, ...input }: ZoneSelectProps) {
  const chosen = typeof value === 'string' ? value : null;
  const known = zones.map(({ name, offset }) => ({ value: name, label: `${name}  ${offset}` }));
  const data = chosen && !zones.some((zone) => zone.name === chosen) ? [{ value: chosen, label: chosen }, ...known] : known;
  return (
    <Select
      {...input}
      searchable
      limit={atOnce}
      placeholder="Search for a city or an offset"
      nothingFoundMessage="No zone has this in its name"
      data={data}
      value={chosen}
      onChange={onChange}
    />
  );
}
