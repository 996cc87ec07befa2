import type { BuiltSchedule } from '@/api/types';
import { beginOf, piecesOf } from './shifts';

export const rowHeight = 22;

/** How much of a row names the agent. */
export const nameWidth = (width: number) => Math.min(170, Math.round(width * 0.3));

interface Scene {
  schedule: BuiltSchedule;
  first: number;
  span: number;
  /** How far the rows are scrolled. */
  top: number;
  width: number;
  height: number;
  /** The one that is chosen. */
  row: number;
}

/** Draws the rows in sight. */
export function paint(canvas: HTMLCanvasElement, { schedule, first, span, top, width, height, row }: Scene): void {
  const sharp = window.devicePixelRatio || 1;
  [canvas.width, canvas.height] = [Math.round(width * sharp), Math.round(height * sharp)];
  const pen = canvas.getContext('2d');
  if (!pen) {
    return;
  }
  const look = getComputedStyle(canvas);
  const colour = (name: string) => look.getPropertyValue(name).trim();
  const [ink, line, work, pause, meeting, chosen] = ['--ink', '--line', '--work', '--pause', '--meeting', '--chosen'].map(colour);
  const names = nameWidth(width);
  const [begin, end] = [beginOf(schedule, first), beginOf(schedule, first + span)];
  const x = (minutes: number) => names + ((minutes - begin) / (end - begin)) * (width - names);
  pen.scale(sharp, sharp);
  pen.font = `13px ${look.fontFamily}`;
  pen.textBaseline = 'middle';
  const from = Math.floor(top / rowHeight);
  const to = Math.min(schedule.agents.length, Math.ceil((top + height) / rowHeight));
  for (let index = from; index < to; index++) {
    const y = index * rowHeight - top;
    const agent = schedule.agents[index];
    if (!agent) {
      continue;
    }
    if (index === row) {
      pen.fillStyle = chosen ?? '';
      pen.fillRect(0, y, width, rowHeight);
    }
    pen.fillStyle = line ?? '';
    pen.fillRect(0, y + rowHeight - 1, width, 1);
    pen.save();
    pen.beginPath();
    pen.rect(names, y, width - names, rowHeight);
    pen.clip();
    for (const shift of agent.shifts.filter(([day = 0]) => day >= first - 1 && day < first + span)) {
      for (const piece of piecesOf(schedule, shift)) {
        pen.fillStyle = (piece.activity.kind === 'work' ? work : piece.activity.kind === 'pause' ? pause : meeting) ?? '';
        pen.fillRect(x(piece.start), y + 4, Math.max(1, x(piece.start + piece.minutes) - x(piece.start)), rowHeight - 9);
      }
    }
    pen.restore();
    pen.fillStyle = ink ?? '';
    pen.fillText(shorten(pen, agent.name, names - 12), 6, y + rowHeight / 2);
  }
  pen.fillStyle = line ?? '';
  for (let day = 0; day < span; day++) {
    pen.fillRect(Math.round(x(beginOf(schedule, first + day))), 0, 1, height);
  }
}

function shorten(pen: CanvasRenderingContext2D, text: string, most: number): string {
  let shown = text;
  while (shown.length > 1 && pen.measureText(shown === text ? text : `${shown}…`).width > most) {
    shown = shown.slice(0, -1);
  }
  return shown === text ? text : `${shown}…`;
}
