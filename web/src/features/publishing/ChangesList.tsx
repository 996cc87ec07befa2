import { Checkbox, Group, TextInput } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import type { DraftExtent } from '@/api/types';
import { SearchField } from '@/components/SearchField';
import { shortDate } from '@/lib/dates';
import classes from './Publishing.module.css';
import { allDays, type Part } from './selection';
import { daysWord, personName } from './words';

interface ChangesListProps {
  changes: readonly DraftExtent[];
  part: Part;
  onPart: (part: Part) => void;
}

const rowHeight = 34;
/** So many are drawn without a thought. */
const allShown = 60;

const when = (days: readonly string[]): string => {
  const [first, last] = [days[0], days.at(-1)];
  return first === undefined || last === undefined ? '' : `${daysWord(days.length)}, ${first === last ? shortDate(first) : `${shortDate(first)} to ${shortDate(last)}`}`;
};

/** Whose days change, and which of them are to be published; only those in sight are drawn. */
export function ChangesList({ changes, part, onPart }: ChangesListProps) {
  const [search, setSearch] = useState('');
  const found = changes.filter(({ agent_name }) => personName(agent_name).toLowerCase().includes(search.trim().toLowerCase()));
  const scroll = useRef<HTMLDivElement>(null);
  // The list is its own; nothing of it is kept between renders.
  // eslint-disable-next-line react-hooks/incompatible-library
  const rows = useVirtualizer({ count: found.length, getScrollElement: () => scroll.current, estimateSize: () => rowHeight, overscan: 8, initialRect: { width: 400, height: 300 } });
  const set = (ids: readonly string[], isIn: boolean) => {
    const without = new Set(part.without);
    ids.forEach((id) => (isIn ? without.delete(id) : without.add(id)));
    onPart({ ...part, without });
  };
  const inAll = found.every(({ agent_id }) => !part.without.has(agent_id));
  const inNone = found.every(({ agent_id }) => part.without.has(agent_id));
  const days = allDays(changes);
  const inSight = found.length <= allShown ? found.map((_, index) => ({ index, start: index * rowHeight })) : rows.getVirtualItems();
  return (
    <div>
      <Group gap="sm" align="flex-end" mb="xs">
        <TextInput type="date" label="From" size="xs" min={days[0]} max={days.at(-1)} value={part.from === '' ? days[0] ?? '' : part.from} onChange={({ currentTarget: { value } }) => onPart({ ...part, from: value })} />
        <TextInput type="date" label="To" size="xs" min={days[0]} max={days.at(-1)} value={part.to === '' ? days.at(-1) ?? '' : part.to} onChange={({ currentTarget: { value } }) => onPart({ ...part, to: value })} />
        <SearchField label="Find people" value={search} onChange={setSearch} />
      </Group>
      <Checkbox
        mb={4}
        ml={10}
        label={search ? 'All who are found' : 'Everybody'}
        checked={inAll && found.length > 0}
        indeterminate={!inAll && !inNone}
        onChange={() => set(found.map(({ agent_id }) => agent_id), !inAll)}
      />
      <div ref={scroll} className={classes.scroll} role="region" aria-label="People whose days change" tabIndex={0}>
        <ul className={classes.people} style={{ height: rows.getTotalSize() }}>
          {inSight.map(({ index, start }) => {
            const change = found[index];
            return change && (
              <li key={change.agent_id} className={classes.person} style={{ transform: `translateY(${start}px)` }}>
                <Checkbox
                  label={personName(change.agent_name)}
                  checked={!part.without.has(change.agent_id)}
                  onChange={() => set([change.agent_id], part.without.has(change.agent_id))}
                />
                <span>{when(change.days)}</span>
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}
