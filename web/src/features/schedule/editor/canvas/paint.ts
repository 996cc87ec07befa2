import { changed, stride, type Sheet } from '../model/rows';
import type { Focus } from '../model/stops';
import { paintHead } from './head';
import { hatch, type CodeLook, type Theme } from './look';
import { coveredFrom, isOf, minutesAt, type Cut } from './numbers';
import { paintGhost, type Ghost } from './paintGhost';
import { headHeight, layerBox, Place, rowHeight, type View } from './place';

/** What a day of an agent is marked with. */
export const breach = 1;
export const unsent = 2;
const cutAlpha = 0.35;

export interface Scene {
  sheet: Sheet;
  looks: readonly CodeLook[];
  focus: Focus | undefined;
  hasFocus: boolean;
  ghost: Ghost | undefined;
  /** What was cut out and is not pasted yet; it is drawn pale. */
  cut: Cut | undefined;
  /** For each day of an agent, by bits. */
  marks: ReadonlyMap<string, Uint8Array>;
}

/** Draws a sheet; keeps what is dear to make: patterns and shortened names. */
export class Painter {
  private readonly pen: CanvasRenderingContext2D;
  private readonly hatches = new Map<string, CanvasPattern | null>();
  private readonly short = new Map<string, string>();
  private shortFor = 0;
  private theme: Theme;

  constructor(pen: CanvasRenderingContext2D, theme: Theme) {
    [this.pen, this.theme] = [pen, theme];
  }

  dress(theme: Theme): void {
    this.theme = theme;
  }

  paint(scene: Scene, view: View): void {
    const { pen, theme } = this;
    const place = new Place(view, scene.sheet);
    const sharp = window.devicePixelRatio || 1;
    pen.setTransform(sharp, 0, 0, sharp, 0, 0);
    pen.fillStyle = theme.page;
    pen.fillRect(0, 0, view.width, view.height);
    pen.textBaseline = 'middle';
    const first = Math.max(0, place.rowAt(headHeight));
    const last = Math.min(scene.sheet.rows.length - 1, place.rowAt(view.height));
    pen.save();
    pen.beginPath();
    pen.rect(place.names, headHeight, view.width - place.names, view.height - headHeight);
    pen.clip();
    this.days(scene, view, place);
    for (let row = first; row <= last; row++) {
      this.row(scene, view, place, row);
    }
    if (scene.ghost) {
      paintGhost(pen, theme, scene.ghost, view, place);
    }
    pen.restore();
    this.names(scene, view, place, [first, last]);
    paintHead(pen, theme, { sheet: scene.sheet, view, place });
  }

  /** Every other day is shaded, and each begins with a line: where it does, be it of 23 or 25 hours. */
  private days({ sheet: { clock } }: Scene, view: View, place: Place): void {
    const { pen, theme } = this;
    for (let day = 0; day < clock.days; day++) {
      const [left, right] = [place.x(clock.startOf(day)), place.x(clock.startOf(day + 1))];
      if (right < place.names || left > view.width) {
        continue;
      }
      if (day % 2 === 1) {
        pen.fillStyle = theme.sunken;
        pen.fillRect(left, headHeight, right - left, view.height);
      }
      pen.fillStyle = theme.strong;
      pen.fillRect(Math.round(left), headHeight, 1, view.height);
    }
  }

  private row({ sheet, looks, focus, hasFocus, marks, cut }: Scene, view: View, place: Place, index: number): void {
    const { pen, theme } = this;
    const row = sheet.rows[index];
    if (!row) {
      return;
    }
    const y = place.y(index);
    pen.fillStyle = theme.line;
    pen.fillRect(place.names, y + rowHeight - 1, view.width, 1);
    const { activities, flags } = row;
    const marked = marks.get(row.id);
    for (let day = 0; day < flags.length; day++) {
      this.flags((flags[day] ?? 0) & changed, marked?.[day] ?? 0, sheet, place, { day, y });
    }
    for (let at = 0; at < activities.length; at += stride) {
      const start = activities[at + 2] ?? 0;
      const left = place.x(start);
      const right = place.x(start + (activities[at + 3] ?? 0));
      if (right >= place.names && left <= view.width) {
        const look = looks[activities[at + 4] ?? -1] ?? looks.at(-1);
        pen.globalAlpha = cut?.agent === row.id && isOf(cut, activities, at) ? cutAlpha : 1;
        this.block(look, activities[at + 1] ?? 0, y, [left, right, place.x(coveredFrom(activities, at)), place.names]);
      }
    }
    pen.globalAlpha = 1;
    for (let day = 0; marked && day < flags.length; day++) {
      this.mark(marked[day] ?? 0, place.x(sheet.clock.startOf(day)), place.x(sheet.clock.startOf(day + 1)), y);
    }
    if (focus?.row === index) {
      this.focus(sheet, focus, hasFocus, place);
    }
  }

  /** A day that the draft has changed has a bar at its foot; one that is not sent yet a broken one. */
  private flags(isChanged: number, marks: number, { clock }: Sheet, place: Place, { day, y }: { day: number; y: number }): void {
    if (!isChanged) {
      return;
    }
    const { pen, theme } = this;
    const [left, right] = [place.x(clock.startOf(day)) + 2, place.x(clock.startOf(day + 1)) - 1];
    pen.fillStyle = marks & unsent ? theme.wait : theme.accent;
    if (marks & unsent) {
      for (let x = left; x < right; x += 8) {
        pen.fillRect(x, y + rowHeight - 4, 4, 2);
      }
    } else {
      pen.fillRect(left, y + rowHeight - 4, right - left, 2);
    }
  }

  private block(look: CodeLook | undefined, layer: number, y: number, [left, right, covered, names]: readonly [number, number, number, number]): void {
    const { pen, theme } = this;
    const box = layerBox[layer] ?? layerBox[0];
    const width = Math.max(1.5, right - left);
    if (!look) {
      return;
    }
    pen.fillStyle = look.fill;
    pen.fillRect(left, y + box.top, width, box.height);
    if (look.pattern !== 'none' && width > 3) {
      pen.fillStyle = this.patternOf(look) ?? look.fill;
      pen.fillRect(left, y + box.top, width, box.height);
    }
    if (width > 5) {
      pen.strokeStyle = theme.page;
      pen.lineWidth = 1;
      pen.strokeRect(left + 0.5, y + box.top + 0.5, width - 1, box.height - 1);
    }
    if (width >= 11) {
      // What begins left of the window is named where it can be seen.
      const from = Math.max(left, names);
      this.letters(look, from, Math.min(right, covered) - from, y + box.top + box.height / 2 + 0.5);
    }
  }

  private letters(look: CodeLook, left: number, width: number, y: number): void {
    const { pen, theme } = this;
    pen.font = `600 10px ${theme.font}`;
    pen.fillStyle = look.ink;
    if (width < 11) {
      return;
    }
    const isNamed = width >= look.name.length * 6 + 8;
    const x = isNamed ? left + 4 : left + width / 2 - 3.5;
    const words = isNamed ? look.name : look.letter;
    if (look.pattern !== 'none') {
      // Letters do not lie on a hatch.
      pen.fillStyle = look.fill;
      pen.fillRect(x - 1.5, y - 6, pen.measureText(words).width + 3, 11);
      pen.fillStyle = look.ink;
    }
    pen.fillText(words, x, y);
  }

  private patternOf(look: CodeLook): CanvasPattern | null {
    const name = look.pattern + look.ink;
    let made = this.hatches.get(name);
    if (made === undefined && look.pattern !== 'none') {
      made = hatch(this.pen, look.pattern, look.ink);
      this.hatches.set(name, made);
    }
    return made ?? null;
  }

  /** A broken rule: a corner and an exclamation mark. */
  private mark(marks: number, left: number, right: number, y: number): void {
    if (!(marks & breach)) {
      return;
    }
    const { pen, theme } = this;
    pen.fillStyle = theme.bad;
    pen.beginPath();
    pen.moveTo(right - 15, y);
    pen.lineTo(right, y);
    pen.lineTo(right, y + 15);
    pen.fill();
    pen.fillStyle = theme.page;
    pen.font = `700 10px ${theme.font}`;
    pen.fillText('!', right - 6, y + 6);
    pen.strokeStyle = theme.bad;
    pen.lineWidth = 1;
    pen.strokeRect(left + 1.5, y + 1.5, right - left - 2, rowHeight - 4);
  }

  private focus({ rows, clock }: Sheet, { row, day, layer, start }: Focus, hasFocus: boolean, place: Place): void {
    const { pen, theme } = this;
    const y = place.y(row);
    const found = minutesAt(rows[row]?.activities, { day, layer, start });
    const box = found === undefined ? { top: 2, height: rowHeight - 5 } : (layerBox[layer] ?? layerBox[0]);
    const left = place.x(found === undefined ? clock.startOf(day) : start);
    const right = place.x(found === undefined ? clock.startOf(day + 1) : start + found);
    pen.strokeStyle = theme.page;
    pen.lineWidth = 4;
    pen.strokeRect(left - 0.5, y + box.top - 0.5, Math.max(4, right - left + 1), box.height + 1);
    pen.strokeStyle = theme.ink;
    pen.lineWidth = hasFocus ? 2 : 1;
    pen.setLineDash(hasFocus ? [] : [3, 2]);
    pen.strokeRect(left - 0.5, y + box.top - 0.5, Math.max(4, right - left + 1), box.height + 1);
    pen.setLineDash([]);
  }

  private names({ sheet: { rows }, focus }: Scene, view: View, place: Place, [first, last]: readonly [number, number]): void {
    const { pen, theme } = this;
    pen.save();
    pen.beginPath();
    pen.rect(0, headHeight, place.names, view.height - headHeight);
    pen.clip();
    pen.font = `13px ${theme.font}`;
    for (let index = first; index <= last; index++) {
      const y = place.y(index);
      if (focus?.row === index) {
        pen.fillStyle = theme.sunken;
        pen.fillRect(0, y, place.names, rowHeight - 1);
        pen.fillStyle = theme.accent;
        pen.fillRect(0, y, 3, rowHeight - 1);
      }
      pen.fillStyle = theme.line;
      pen.fillRect(0, y + rowHeight - 1, place.names, 1);
      pen.fillStyle = theme.ink;
      pen.fillText(this.shortened(rows[index]?.name ?? '', place.names - 18), 10, y + rowHeight / 2);
    }
    pen.restore();
    pen.fillStyle = theme.strong;
    pen.fillRect(place.names - 1, 0, 1, view.height);
  }

  private shortened(name: string, most: number): string {
    if (this.shortFor !== most || this.short.size > 20_000) {
      this.short.clear();
      this.shortFor = most;
    }
    let text = this.short.get(name);
    if (text === undefined) {
      text = name;
      while (text.length > 1 && this.pen.measureText(text === name ? name : `${text}…`).width > most) {
        text = text.slice(0, -1);
      }
      text = text === name ? name : `${text}…`;
      this.short.set(name, text);
    }
    return text;
  }
}
