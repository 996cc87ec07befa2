import { useMediaQuery } from '@mantine/hooks';
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';

const overscan = 12;
// Until the place is measured.
const guess = { width: 1_000, height: 600 };

interface RowPixels {
  desk: number;
  phone: number;
}

type Key = string | number;

/** Where a key leads: to which of the controls of a row. */
interface Aim {
  index: number;
  control: number;
}

const controlsOf = (row: Element | null): HTMLElement[] => [...(row?.querySelectorAll<HTMLElement>('button, input, a[href]') ?? [])];
const rowOf = (target: EventTarget): Element | null => (target as Element).closest('[role=row]');
/** From 0; the head is -1. */
const indexOf = (row: Element | null): number => Number(row?.getAttribute('aria-rowindex') ?? 0) - 2;

/**
 * The rows of a table of any length that are in sight: they are drawn, and none changes its height (Rows.module.css). Arrows,
 * Page up and down, Home and End go from row to row, and the row that has the focus stays drawn wherever it is scrolled to.
 * @param keyOf What a row is of, where rows change their places.
 */
export function useRows(count: number, { desk, phone }: RowPixels, keyOf: (index: number) => Key = (index) => index) {
  const place = useRef<HTMLDivElement>(null);
  const [aim, setAim] = useState<Aim>();
  const [held, setHeld] = useState<Key>();
  const height = useMediaQuery('(max-width: 48em)') ? phone : desk;
  const rangeExtractor = (range: Range) => withRows(defaultRangeExtractor(range), [placeOf(held, range.count, keyOf), aim?.index ?? -1]);
  // The virtualizer's functions must not be remembered by the compiler, which this client does not use.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({ count, getScrollElement: () => place.current, estimateSize: () => height, overscan, rangeExtractor, initialRect: guess });
  useEffect(() => virtual.measure(), [virtual, height]);
  // A row that was out of sight has its controls when it is drawn, one of a list that is read in parts when it is here.
  useEffect(() => {
    const controls = aim ? controlsOf(place.current?.querySelector(`[aria-rowindex="${aim.index + 2}"]`) ?? null) : [];
    controls[Math.min(aim?.control ?? 0, controls.length - 1)]?.focus();
  });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const row = rowOf(event.target);
    const here = aim?.index ?? indexOf(row);
    const head = place.current?.querySelector('[role=rowgroup]')?.clientHeight ?? 0;
    const page = Math.max(1, Math.floor(((place.current?.clientHeight ?? 0) - head) / height) - 1);
    const to = stepTo(event, here, count, page);
    if (to === undefined || !row) {
      return;
    }
    event.preventDefault();
    setAim({ index: to, control: here < 0 ? 0 : aim?.control ?? Math.max(0, controlsOf(row).indexOf(event.target as HTMLElement)) });
    virtual.scrollToIndex(to);
  };
  const onFocus = ({ target }: FocusEvent<HTMLElement>) => {
    const index = indexOf(rowOf(target));
    setHeld(index < 0 ? undefined : keyOf(index));
    setAim(undefined);
  };
  const onBlur = () => {
    setHeld(undefined);
    setAim(undefined);
  };
  return {
    place, height, total: virtual.getTotalSize(), rows: virtual.getVirtualItems(),
    /** The first and the last that are in sight. */
    sight: virtual.range ?? { startIndex: 0, endIndex: 0 },
    /** For the table itself. */
    keys: { onKeyDown, onFocus, onBlur },
  };
}

/** Where a key leads from a row; nothing: it is no such key. Of the head only the way down. */
function stepTo({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent, here: number, count: number, page: number): number | undefined {
  const by = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -count, End: count }[key];
  if (by === undefined || ctrlKey || metaKey || altKey || shiftKey || (here < 0 && key !== 'ArrowDown')) {
    return undefined;
  }
  return Math.max(0, Math.min(count - 1, here + by));
}

function placeOf(held: Key | undefined, count: number, keyOf: (index: number) => Key): number {
  for (let index = 0; held !== undefined && index < count; index++) {
    if (keyOf(index) === held) {
      return index;
    }
  }
  return -1;
}

const withRows = (rows: number[], more: readonly number[]): number[] => {
  const missing = more.filter((one) => one >= 0 && !rows.includes(one));
  return missing.length === 0 ? rows : [...new Set([...rows, ...missing])].sort((first, second) => first - second);
};
