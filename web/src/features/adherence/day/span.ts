/** `[start, end)` in milliseconds. */
export interface Span {
  start: number;
  end: number;
}

const hour = 3_600_000;
const mostMarks = 14;

/** Whole hours around all of some stretches, half an hour to spare; nothing for none. */
export function windowAround(spans: readonly Span[]): Span | undefined {
  if (spans.length === 0) {
    return undefined;
  }
  const start = Math.min(...spans.map((span) => span.start));
  const end = Math.max(...spans.map((span) => span.end));
  return { start: Math.floor((start - hour / 2) / hour) * hour, end: Math.ceil((end + hour / 2) / hour) * hour };
}

/** The part of a stretch that lies in a window, if any does. */
export function within<T extends Span>(span: T, window: Span): T[] {
  const [start, end] = [Math.max(span.start, window.start), Math.min(span.end, window.end)];
  return start < end ? [{ ...span, start, end }] : [];
}

/** The hours that a window's clock shows; so many that they can be read. */
export function hoursOf({ start, end }: Span): number[] {
  const step = Math.max(1, Math.ceil((end - start) / hour / mostMarks)) * hour;
  return Array.from({ length: Math.floor((end - start) / step) + 1 }, (_, index) => start + index * step);
}
