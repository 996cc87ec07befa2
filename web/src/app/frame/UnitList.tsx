import { FocusTrap } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState, type KeyboardEvent } from 'react';
import { unitName, type Unit } from '@/api/units';
import { SearchField } from '@/components/SearchField';
import classes from './UnitPicker.module.css';

interface UnitListProps {
  units: readonly Unit[];
  chosen: Unit | undefined;
  onChoose: (unit: Unit | undefined) => void;
}

/** Who has more units than fit on a screen searches them. */
const manyUnits = 8;
const atOnce = 200;

/** All units, or one: arrows move, Enter chooses. */
export function UnitList({ units, chosen, onChoose }: UnitListProps) {
  const [search, setSearch] = useState('');
  const words = search.toLowerCase().split(/\s+/);
  const found = units.filter((unit) => words.every((word) => unitName(unit).toLowerCase().includes(word)));
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('button[data-unit]')];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      const next = rows.indexOf(document.activeElement as HTMLElement) + step;
      rows[Math.max(0, Math.min(next, rows.length - 1))]?.focus();
    }
  };
  return (
    // Here, not in the popover: the focus can only be given to what has been loaded.
    <FocusTrap>
      <div onKeyDown={onKey}>
        {units.length > manyUnits && <SearchField label="Search units" value={search} onChange={setSearch} />}
        <ul className={classes.list}>
          {search === '' && <Row name="All units" isChosen={!chosen} onChoose={() => onChoose(undefined)} />}
          {found.slice(0, atOnce).map((unit) => (
            <Row key={unit.id} name={unit.name} unit={unit} isChosen={unit.id === chosen?.id} onChoose={() => onChoose(unit)} />
          ))}
        </ul>
        {found.length === 0 && <p role="status" className={classes.none}>No unit matches “{search}”.</p>}
        {found.length > atOnce && <p className={classes.none}>{found.length - atOnce} more: search for them.</p>}
      </div>
    </FocusTrap>
  );
}

interface RowProps {
  name: string;
  unit?: Unit;
  isChosen: boolean;
  onChoose: () => void;
}

function Row({ name, unit, isChosen, onChoose }: RowProps) {
  return (
    <li>
      <button
        type="button"
        data-unit={unit?.parent ? 'part' : 'whole'}
        data-autofocus={isChosen || undefined}
        className={classes.row}
        aria-current={isChosen || undefined}
        aria-label={unit?.parent ? `${name} in ${unit.parent.name}` : undefined}
        onClick={onChoose}
      >
        <span className={classes.name}>{name}</span>
        {isChosen && <IconCheck size={15} aria-hidden />}
      </button>
    </li>
  );
}
