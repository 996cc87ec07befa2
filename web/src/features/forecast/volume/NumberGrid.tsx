import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { contacts } from '../contacts';
import numbers from '../Numbers.module.css';
import classes from './NumberGrid.module.css';
import { readNumber } from './readNumber';

export interface GridCell {
  value: number | null;
  /** What it is the number of: "Mon, 27 Oct". */
  name: string;
  /** What it is without layers, where they move it. */
  machine?: number;
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

interface At {
  row: number;
  column: number;
}

const words = ({ name, value, machine }: GridCell) =>
  `${name}: ${value === null ? 'closed' : contacts(value)}${machine === undefined ? '' : `, machine ${contacts(machine)}`}`;

/** Numbers to walk through by arrows and to type over: Enter or a digit begins, Enter keeps, Escape leaves it as it was. */
export function NumberGrid({ label, columns, rows }: NumberGridProps) {
  const table = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState<At>({ row: 0, column: 0 });
  const [typed, setTyped] = useState<string>();
  const entry = rows[active.row]?.cells[active.column] ? active : { row: 0, column: 0 };
  const focus = (at: At) => {
    const row = Math.max(0, Math.min(rows.length - 1, at.row));
    const column = Math.max(0, Math.min((rows[row]?.cells.length ?? 1) - 1, at.column));
    setTyped(undefined);
    setActive({ row, column });
    table.current?.querySelector<HTMLElement>(`[data-at="${row}-${column}"]`)?.focus();
  };
  const onKey = (event: KeyboardEvent, cell: GridCell, { row, column }: At) => {
    const move: Record<string, At | undefined> = {
      ArrowUp: { row: row - 1, column },
      ArrowDown: { row: row + 1, column },
      ArrowLeft: { row, column: column - 1 },
      ArrowRight: { row, column: column + 1 },
      Home: { row, column: 0 },
      End: { row, column: Infinity },
    };
    const to = move[event.key];
    const begins = event.key === 'Enter' || event.key === 'F2' ? cellText(cell) : /^[\d+-]$/.test(event.key) && !event.ctrlKey && !event.metaKey ? event.key : undefined;
    if (to) {
      event.preventDefault();
      focus(to);
    } else if (cell.onEdit && begins !== undefined) {
      event.preventDefault();
      setTyped(begins);
    }
  };
  return (
    <div className={numbers.scroll} role="region" aria-label={`${label}, table`} tabIndex={0}>
      <table ref={table} role="grid" aria-label={label} className={`${numbers.table} ${classes.grid}`}>
        <thead>
          <tr>{columns.map(({ key, header }) => <th key={key} scope="col">{header}</th>)}</tr>
        </thead>
        <tbody>
          {rows.map((row, rowIndex) => (
            <tr key={row.key} data-total={row.isTotal}>
              <th scope="row">{row.header}</th>
              {row.cells.map((cell, column) => {
                const at = { row: rowIndex, column };
                const isEntry = entry.row === rowIndex && entry.column === column;
                if (isEntry && typed !== undefined && cell.onEdit) {
                  return (
                    <td key={column} role="gridcell" data-at={`${rowIndex}-${column}`} tabIndex={-1}>
                      <CellInput cell={cell} begin={typed} leave={() => setTyped(undefined)} go={() => focus({ row: rowIndex + 1, column })} stay={() => focus(at)} />
                    </td>
                  );
                }
                return (
                  <td
                    key={column}
                    role="gridcell"
                    data-at={`${rowIndex}-${column}`}
                    data-moved={cell.machine !== undefined || undefined}
                    data-fixed={!cell.onEdit || undefined}
                    aria-label={words(cell)}
                    aria-readonly={!cell.onEdit || undefined}
                    title={cell.machine === undefined ? undefined : `Machine: ${contacts(cell.machine)}`}
                    tabIndex={isEntry ? 0 : -1}
                    onFocus={() => setActive(at)}
                    onClick={() => cell.onEdit && setTypedAt(at)}
                    onKeyDown={(event) => onKey(event, cell, at)}
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

  function setTypedAt(at: At) {
    setActive(at);
    setTyped(cellText(rows[at.row]?.cells[at.column]));
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
  const ended = useRef(false);
  const value = readNumber(text, cell.value ?? 0);
  const isChanged = text !== cellText(cell);
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
    <input
      className={classes.input}
      aria-label={`New value of ${cell.name}`}
      aria-invalid={value === undefined || undefined}
      inputMode="decimal"
      autoComplete="off"
      autoFocus
      value={text}
      onFocus={(event) => event.currentTarget.value === cellText(cell) && event.currentTarget.select()}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={onKey}
      onBlur={() => keep(leave)}
    />
  );
}
