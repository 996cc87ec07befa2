import { useRef, useState, type KeyboardEvent } from 'react';

export interface Cell {
  row: number;
  column: number;
}

/** Walking through a grid by arrows: one cell of it has the focus. `widths` are the numbers of cells of its rows. */
export function useWalk(widths: readonly number[]) {
  const tableRef = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState<Cell>({ row: 0, column: 0 });
  const entry = active.column < (widths[active.row] ?? 0) ? active : { row: 0, column: 0 };
  const focus = (to: Cell) => {
    const row = Math.max(0, Math.min(widths.length - 1, to.row));
    const column = Math.max(0, Math.min((widths[row] ?? 1) - 1, to.column));
    setActive({ row, column });
    tableRef.current?.querySelector<HTMLElement>(`[data-at="${row}-${column}"]`)?.focus();
  };
  /** Whether a key has led elsewhere. */
  const walk = (event: KeyboardEvent, { row, column }: Cell): boolean => {
    const moves: Record<string, Cell | undefined> = {
      ArrowUp: { row: row - 1, column },
      ArrowDown: { row: row + 1, column },
      ArrowLeft: { row, column: column - 1 },
      ArrowRight: { row, column: column + 1 },
      Home: { row, column: 0 },
      End: { row, column: Infinity },
    };
    const to = moves[event.key];
    if (to) {
      event.preventDefault();
      focus(to);
    }
    return to !== undefined;
  };
  const at = ({ row, column }: Cell) => ({
    'data-at': `${row}-${column}`,
    tabIndex: entry.row === row && entry.column === column ? 0 : -1,
    onFocus: () => setActive({ row, column }),
  });
  return { tableRef, entry, setActive, focus, walk, at };
}
