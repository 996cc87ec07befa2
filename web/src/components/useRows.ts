import { useMediaQuery } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';

const overscan = 12;
// Until the place is measured.
const guess = { width: 1_000, height: 600 };

interface RowPixels {
  desk: number;
  phone: number;
}

/** The rows of a table of any length that are in sight: they are drawn, and none changes its height (Rows.module.css). */
export function useRows(count: number, { desk, phone }: RowPixels) {
  const place = useRef<HTMLDivElement>(null);
  const height = useMediaQuery('(max-width: 48em)') ? phone : desk;
  // The virtualizer's functions must not be remembered by the compiler, which this client does not use.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({ count, getScrollElement: () => place.current, estimateSize: () => height, overscan, initialRect: guess });
  useEffect(() => virtual.measure(), [virtual, height]);
  return { place, height, rows: virtual.getVirtualItems(), total: virtual.getTotalSize() };
}
