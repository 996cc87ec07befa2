import type { Activity, Sheet } from '../model/rows';
import { snapped } from './hit';
import { headHeight, type Place, type View } from './place';
import type { Span } from './shaping';

export type Grip = 'move' | 'start' | 'end';

interface Point {
  x: number;
  y: number;
}

/** What a pointer has taken hold of. */
export interface Drag {
  row: number;
  agent: string;
  activity: Activity;
  grip: Grip;
  /** Where it was taken, on the canvas and in time: the window may be scrolled on the way. */
  from: Point;
  minute: number;
  /** Where the pointer is now. */
  at: Point;
  isMoving: boolean;
  /** Let go now, it stays where it is too. */
  isCopy: boolean;
}

const startsAfterPixels = 4;
/** Who drags up or down means the agent: the time stays until the pointer has gone so far sideways. */
const sidePixels = 14;
/** So near to the edge the rows come in, the faster the nearer. */
const edgePixels = 26;
const mostPixelsPerFrame = 16;

export const isBegun = ({ from, at }: Drag): boolean => Math.hypot(at.x - from.x, at.y - from.y) >= startsAfterPixels;

/** An edge is stretched, and nothing is copied. */
export const isCopying = ({ grip }: Drag, { ctrlKey, metaKey }: Pick<MouseEvent, 'ctrlKey' | 'metaKey'>): boolean =>
  grip === 'move' && (ctrlKey || metaKey);

export const cursorOf = ({ grip, isCopy }: Drag): string => (isCopy ? 'copy' : grip === 'move' ? 'grabbing' : 'ew-resize');

/** Where what is dragged would be. */
export function dragged({ sheet, interval }: { sheet: Sheet; interval: number }, place: Place, drag: Drag): Span {
  const { activity, grip, from, at } = drag;
  const row = grip === 'move' ? Math.max(0, Math.min(sheet.rows.length - 1, place.rowAt(Math.max(headHeight, at.y)))) : drag.row;
  const isHeld = row !== drag.row && Math.abs(at.x - from.x) < sidePixels;
  const by = isHeld ? 0 : place.minuteAt(at.x) - drag.minute;
  return { row, ...(by === 0 ? { start: activity.start, minutes: activity.minutes } : snapped(sheet.clock, activity, grip, { by, interval })) };
}

/** By how much the window goes on while the pointer is at its edge. */
export function pullOf({ at, grip }: Drag, { width, height }: View, names: number): Point {
  const pull = (to: number, low: number, high: number) => {
    const depth = Math.max(0, to - (high - edgePixels)) - Math.max(0, low + edgePixels - to);
    return Math.max(-mostPixelsPerFrame, Math.min(mostPixelsPerFrame, Math.round(depth / 2)));
  };
  return { x: pull(at.x, names, width), y: grip === 'move' ? pull(at.y, headHeight, height) : 0 };
}
