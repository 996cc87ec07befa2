import type { Sheet } from '../model/rows';
import type { Focus } from '../model/stops';
import { headHeight, Place, rowHeight, type View } from './place';

/** Scrolls a minute to the middle of the window. */
export function lookAt(host: HTMLElement, sheet: Sheet, view: View, minute: number): void {
  const place = new Place({ ...view, left: 0 }, sheet);
  host.scrollLeft = place.x(minute) - (host.clientWidth + place.names) / 2;
}

/**
 * Scrolls as little as it takes to see what has the focus.
 * @param view As it is when it is asked for: down is scrolled before across.
 */
export function reveal(host: HTMLElement, sheet: Sheet, view: () => View, { row, start, day, layer }: Focus): void {
  const y = row * rowHeight;
  host.scrollTop = Math.max(y + rowHeight - (host.clientHeight - headHeight), Math.min(host.scrollTop, y));
  const place = new Place(view(), sheet);
  const x = place.x(layer < 0 ? sheet.clock.startOf(day) : start);
  if (x < place.names || x > host.clientWidth - 30) {
    host.scrollLeft += x - (place.names + (host.clientWidth - place.names) / 3);
  }
}
