import { namedDate } from '@/lib/dates';
import type { Sheet } from '../model/rows';
import type { Theme } from './look';
import { headHeight, type Place, type View } from './place';

const hourPixels = 38;

interface Head {
  sheet: Sheet;
  view: View;
  place: Place;
}

/** Days and hours over the rows, by the unit's clocks. */
export function paintHead(pen: CanvasRenderingContext2D, theme: Theme, { sheet: { clock }, view, place }: Head): void {
  pen.fillStyle = theme.page;
  pen.fillRect(place.names, 0, view.width, headHeight);
  pen.fillRect(0, 0, place.names - 1, headHeight);
  pen.save();
  pen.beginPath();
  pen.rect(place.names, 0, view.width - place.names, headHeight);
  pen.clip();
  const step = [1, 2, 3, 6, 12].find((hours) => hours * 60 * place.scale >= hourPixels);
  for (let day = 0; day < clock.days; day++) {
    const [left, right] = [place.x(clock.startOf(day)), place.x(clock.startOf(day + 1))];
    if (right < place.names || left > view.width) {
      continue;
    }
    pen.fillStyle = theme.strong;
    pen.fillRect(Math.round(left), 0, 1, headHeight);
    date(pen, theme, dayWords(clock.dateOf(day), clock.lengthOf(day)), [Math.max(left, place.names), right]);
    for (let minute = clock.startOf(day); step && minute < clock.startOf(day + 1); minute += 60) {
      const shown = clock.clockAt(minute);
      if (shown > 0 && shown % (step * 60) === 0) {
        hour(pen, theme, place.x(minute), clock.wordOf(minute));
      }
    }
  }
  pen.restore();
  pen.fillStyle = theme.strong;
  pen.fillRect(0, headHeight - 1, view.width, 1);
}

/** From long to short: "Sun 29 Mar, 23 h", "29 Mar", "29". */
function dayWords(day: string, minutes: number): string[] {
  const [weekday = '', ...parts] = namedDate(day).split(/,? /);
  const rest = parts.join(' ');
  const moved = minutes === 1_440 ? '' : `, ${minutes / 60} h`;
  return [`${weekday} ${rest}${moved}`, rest, parts[0] ?? ''];
}

function date(pen: CanvasRenderingContext2D, theme: Theme, words: string[], [left, right]: readonly [number, number]): void {
  pen.font = `600 12px ${theme.font}`;
  pen.fillStyle = theme.ink;
  pen.fillText(words.find((text) => pen.measureText(text).width < right - left - 8) ?? '', left + 5, 13);
}

function hour(pen: CanvasRenderingContext2D, theme: Theme, x: number, words: string): void {
  pen.font = `11px ${theme.font}`;
  pen.fillStyle = theme.dim;
  pen.fillText(words, x + 3, 30);
  pen.fillStyle = theme.line;
  pen.fillRect(Math.round(x), 24, 1, headHeight - 24);
}
