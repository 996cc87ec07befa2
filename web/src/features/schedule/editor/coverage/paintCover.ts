import type { Theme } from '../canvas/look';
import { Place, type View } from '../canvas/place';
import type { Sheet } from '../model/rows';
import type { Cover } from './coverage';

const foot = 34;

/** Required as a line, scheduled as an area; below, the difference: bars and, where there is room, signed numbers. */
export function paintCover(pen: CanvasRenderingContext2D, theme: Theme, what: { cover: Cover; sheet: Sheet; view: View; height: number }): void {
  const { cover: { minutes, required, scheduled }, sheet, view, height } = what;
  const place = new Place(view, sheet);
  const sharp = window.devicePixelRatio || 1;
  pen.setTransform(sharp, 0, 0, sharp, 0, 0);
  pen.fillStyle = theme.page;
  pen.fillRect(0, 0, view.width, height);
  const first = Math.max(0, Math.floor(place.minuteAt(place.names) / minutes));
  const last = Math.min(scheduled.length - 1, Math.ceil(place.minuteAt(view.width) / minutes));
  let most = 1;
  for (let slot = 0; slot < scheduled.length; slot++) {
    most = Math.max(most, scheduled[slot] ?? 0, Number.isNaN(required[slot]) ? 0 : required[slot] ?? 0);
  }
  const base = height - foot;
  const y = (people: number) => base - (people / most) * (base - 10);
  pen.save();
  pen.beginPath();
  pen.rect(place.names, 0, view.width, height);
  pen.clip();
  for (let day = 0; day < sheet.clock.days; day++) {
    pen.fillStyle = theme.strong;
    pen.fillRect(Math.round(place.x(sheet.clock.startOf(day))), 0, 1, height);
  }
  const x = (slot: number) => place.x(slot * minutes);
  pen.fillStyle = theme.accent;
  pen.globalAlpha = 0.35;
  for (let slot = first; slot <= last; slot++) {
    const people = scheduled[slot] ?? 0;
    const left = Math.round(x(slot));
    pen.fillRect(left, y(people), Math.round(x(slot + 1)) - left, base - y(people));
  }
  pen.globalAlpha = 1;
  pen.strokeStyle = theme.ink;
  pen.lineWidth = 1.5;
  pen.beginPath();
  for (let slot = first; slot <= last; slot++) {
    const needed = required[slot] ?? Number.NaN;
    if (!Number.isNaN(needed)) {
      const before = required[slot - 1] ?? Number.NaN;
      pen[slot === first || Number.isNaN(before) ? 'moveTo' : 'lineTo'](x(slot), y(needed));
      pen.lineTo(x(slot + 1), y(needed));
    }
  }
  pen.stroke();
  for (let slot = first; slot <= last; slot++) {
    difference(pen, theme, (scheduled[slot] ?? 0) - (required[slot] ?? Number.NaN), { left: x(slot), right: x(slot + 1), most, middle: base + foot / 2 });
  }
  pen.restore();
  pen.font = `11px ${theme.font}`;
  pen.fillStyle = theme.dim;
  pen.textAlign = 'right';
  pen.fillText(String(Math.round(most)), place.names - 8, 14);
  pen.fillText('0', place.names - 8, base);
  pen.fillText('difference', place.names - 8, base + foot / 2 + 4);
  pen.textAlign = 'left';
  pen.fillStyle = theme.strong;
  pen.fillRect(place.names - 1, 0, 1, height);
  pen.fillRect(place.names, base, view.width, 1);
}

interface Bar {
  left: number;
  right: number;
  most: number;
  middle: number;
}

function difference(pen: CanvasRenderingContext2D, theme: Theme, people: number, { left, right, most, middle }: Bar): void {
  if (Number.isNaN(people) || Math.abs(people) < 0.05) {
    return;
  }
  const isShort = people < 0;
  const length = Math.max(2, Math.min(1, Math.abs(people) / Math.max(1, most * 0.5)) * (foot / 2 - 3));
  pen.fillStyle = isShort ? theme.bad : theme.accent;
  pen.globalAlpha = isShort ? 0.85 : 0.5;
  pen.fillRect(left, isShort ? middle : middle - length, Math.max(1, right - left - 0.5), length);
  pen.globalAlpha = 1;
  const words = `${isShort ? '−' : '+'}${Math.round(Math.abs(people) * 10) / 10}`;
  if (right - left > words.length * 6.5 + 4) {
    pen.font = `600 10px ${theme.font}`;
    pen.fillStyle = theme.ink;
    pen.fillText(words, left + 2, isShort ? middle - 4 : middle + 11);
  }
}
