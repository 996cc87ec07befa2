import type { Theme } from './look';
import { headHeight, layerBox, nameWidth, rowHeight, type Place, type View } from './place';

/** An activity as it would be if the pointer or the keys were let go. */
export interface Ghost {
  row: number;
  start: number;
  minutes: number;
  layer: number;
  words: string;
  /** Something is there already. */
  isTaken: boolean;
}

export function paintGhost(pen: CanvasRenderingContext2D, theme: Theme, { row, start, minutes, layer, words, isTaken }: Ghost, view: View, place: Place): void {
  const box = layerBox[layer] ?? layerBox[0];
  const [left, right, y] = [place.x(start), place.x(start + minutes), place.y(row)];
  pen.globalAlpha = 0.35;
  pen.fillStyle = isTaken ? theme.bad : theme.accent;
  pen.fillRect(left, y + box.top, right - left, box.height);
  pen.globalAlpha = 1;
  pen.setLineDash([4, 3]);
  pen.strokeStyle = isTaken ? theme.bad : theme.ink;
  pen.lineWidth = 1.5;
  pen.strokeRect(left, y + box.top, right - left, box.height);
  pen.setLineDash([]);
  pen.font = `600 12px ${theme.font}`;
  const width = pen.measureText(words).width + 12;
  const from = Math.max(nameWidth(view.width) + 2, Math.min(left, view.width - width - 4));
  const top = y > headHeight + 24 ? y - 22 : y + rowHeight + 2;
  pen.fillStyle = isTaken ? theme.bad : theme.ink;
  pen.fillRect(from, top, width, 20);
  pen.fillStyle = theme.page;
  pen.fillText(words, from + 6, top + 10.5);
}
