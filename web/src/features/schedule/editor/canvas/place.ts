import type { Sheet } from '../model/rows';

export const rowHeight = 28;
export const headHeight = 40;
/** How near to an edge a pointer stretches instead of moves. */
const edgePixels = 6;

/** What of a sheet is in sight, in CSS pixels: the rest follows from it. */
export interface View {
  width: number;
  height: number;
  top: number;
  left: number;
  /** How many times wider than the window all days are. */
  zoom: number;
}

/** How much of a row names the agent. */
export const nameWidth = (width: number): number => Math.min(190, Math.round(width * 0.32));

/** Where minutes and rows are on the canvas. */
export class Place {
  readonly names: number;
  /** Pixels for each minute. */
  readonly scale: number;
  private readonly view: View;

  constructor(view: View, { clock }: Sheet) {
    this.view = view;
    this.names = nameWidth(view.width);
    this.scale = ((view.width - this.names) * view.zoom) / Math.max(1, clock.end);
  }

  x(minute: number): number {
    return this.names + minute * this.scale - this.view.left;
  }

  y(row: number): number {
    return headHeight + row * rowHeight - this.view.top;
  }

  minuteAt(x: number): number {
    return (x - this.names + this.view.left) / this.scale;
  }

  rowAt(y: number): number {
    return Math.floor((y - headHeight + this.view.top) / rowHeight);
  }
}

/** How high a layer is drawn: work at the bottom, what is within above it, time off over all. */
export const layerBox = [
  { top: 4, height: 19 },
  { top: 7, height: 13 },
  { top: 4, height: 19 },
] as const;

/** What a pointer can do where it is: move, or stretch at an edge. A short activity can be moved and stretched at its end. */
export function gripAt(x: number, left: number, right: number): 'move' | 'start' | 'end' {
  const edge = Math.min(edgePixels, (right - left) / 4);
  return x <= left + edge && right - left > 3 * edgePixels ? 'start' : x >= right - edge ? 'end' : 'move';
}
