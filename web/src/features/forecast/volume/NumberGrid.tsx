import { Tooltip } from '@mantine/core';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { contacts } from '../contacts';
import numbers from '../Numbers.module.css';
import { readVolume } from '../readNumber';
import { useWalk, type Cell } from '../useWalk';
import classes from './NumberGrid.module.css';

export interface GridCell {
  value: number | null;
  /** What it is the number of: "Mon, 27 Oct". */
  name: string;
  /** What it is without layers, where they move it. */
  machine?: number;
  /** Why there is no number; absent: it is closed. */
  none?: string;
  onEdit?: (value: number) => void;
}

export interface GridRow {
  key: string;
  header: ReactNode;
  cells: readonly GridCell[];
  isTotal?: boolean;
}

interface NumberGridProps {
  label: string;
  /** The first heads the names of the rows. */
  columns: readonly { key: string; header: ReactNode }[];
  rows: readonly GridRow[];
}

const words = ({ name, value, machine, none = 'closed' }: GridCell) =>
  `${name}: ${value === null ? none : contacts(value)}${machine === undefined ? '' : `, machine ${contacts(machine)}`}`;

/** Numbers to walk through by arrows and to type over: Enter or a digit begins, Enter keeps, Escape leaves it as it was. */
export function NumberGrid({ label, columns, rows }: NumberGridProps) {
  const { tableRef, entry, setActive, focus, walk, at } = useWalk(rows.map(({ cells }) => cells.length));
  const [typed, setTyped] = useState<string>();
  const leaveFor = (to: Cell) => {
    setTyped(undefined);
    focus(to);
  };
  const onKey = (event: KeyboardEvent, cell: GridCell, here: Cell) => {
    if (walk(event, here)) {
      return;
    }
    const begins = event.key === 'Enter' || event.key === 'F2' ? cellText(cell) : /^[\d+-]$/.test(event.key) && !event.ctrlKey && !event.metaKey ? event.key : undefined;
    if (cell.onEdit && begins !== undefined) {
      event.preventDefault();
      setTyped(begins);
    }
  };
  return (
    <div className={numbers.scroll} role="region" aria-label={`${label}, table`} tabIndex={0}>
      <table ref={tableRef} role="grid" aria-label={label} className={`${numbers.table} ${classes.grid}`}>
        <thead>
          <tr>{columns.map(({ key, header }) => <th key={key} scope="col">{header}</th>)}</tr>
        </thead>
        <tbody>
          {rows.map((row, rowIndex) => (
            <tr key={row.key} data-total={row.isTotal}>
              <th scope="row">{row.header}</th>
              {row.cells.map((cell, column) => {
                const here = { row: rowIndex, column };
                const isEntry = entry.row === rowIndex && entry.column === column;
                if (isEntry && typed !== undefined && cell.onEdit) {
                  return (
                    <td key={column} role="gridcell" data-at={`${rowIndex}-${column}`} tabIndex={-1}>
                      <CellInput cell={cell} begin={typed} leave={() => setTyped(undefined)} go={() => leaveFor({ row: rowIndex + 1, column })} stay={() => leaveFor(here)} />
                    </td>
                  );
                }
                return (
                  <td
                    key={column}
                    role="gridcell"
                    {...at(here)}
                    data-moved={cell.machine !== undefined || undefined}
                    data-fixed={!cell.onEdit || undefined}
                    aria-label={words(cell)}
                    aria-readonly={!cell.onEdit || undefined}
                    title={cell.machine === undefined ? undefined : `Machine: ${contacts(cell.machine)}`}
                    onClick={() => cell.onEdit && setTypedAt(here)}
                    onKeyDown={(event) => onKey(event, cell, here)}
                  >
                    {cell.value === null ? '–' : contacts(cell.value)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );

  function setTypedAt(here: Cell) {
    setActive(here);
    setTyped(cellText(rows[here.row]?.cells[here.column]));
  }
}

const cellText = (cell: GridCell | undefined): string => (typeof cell?.value === 'number' ? String(Math.round(cell.value * 10) / 10) : '');

interface CellInputProps {
  cell: GridCell;
  begin: string;
  leave: () => void;
  go: () => void;
  stay: () => void;
}

/** What is typed over a number: another one, or "+10%" of it. */
function CellInput({ cell, begin, leave, go, stay }: CellInputProps) {
  const [text, setText] = useState(begin);
  // What was there when it was opened: a cell that is only looked at is not changed by what others do meanwhile.
  const [opened] = useState(cell);
  const ended = useRef(false);
  const value = readVolume(text, opened.value ?? 0);
  const isChanged = text !== cellText(opened);
  const keep = (then: () => void) => {
    if (ended.current) {
      return;
    }
    ended.current = true;
    then();
    if (value !== undefined && isChanged) {
      cell.onEdit?.(value);
    }
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && value !== undefined) {
      event.preventDefault();
      keep(go);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      ended.current = true;
      stay();
    }
    event.stopPropagation();
  };
  return (
    <Tooltip label="Write 1250, 1,250 or +10 %; Escape leaves it." opened={value === undefined}>
      <input
        className={classes.input}
        aria-label={`New value of ${cell.name}`}
        aria-invalid={value === undefined || undefined}
        inputMode="decimal"
        autoComplete="off"
        autoFocus
        value={text}
        onFocus={(event) => event.currentTarget.value === cellText(opened) && event.currentTarget.select()}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKey}
        onBlur={() => keep(leave)}
      />
    </Tooltip>
  );
}
