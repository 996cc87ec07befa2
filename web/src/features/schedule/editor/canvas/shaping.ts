import { activitiesOf, type Activity, type Row, type Sheet } from '../model/rows';
import type { Landing } from '../model/stops';
import { dateWords } from '../model/words';
import type { GridScene } from './GridScene';
import type { Ghost } from './paintGhost';

/** What is being moved or stretched, and what it would be. */
export interface Shaping {
  row: Row;
  activity: Activity;
  to: Landing;
  minutes: number;
  /** What is there stays there as well. */
  isCopy: boolean;
}

/** A stretch of time in a row of the sheet. */
export interface Span {
  row: number;
  start: number;
  minutes: number;
}

const endOf = ({ start, minutes }: Activity) => start + minutes;

/** Of which agent's day it would be: a shift is of the day on which it starts, what lies in or over a shift of the shift's. */
function landingOf({ clock }: Sheet, row: Row, layer: number, start: number): Landing {
  const shift = layer === 0 ? undefined : activitiesOf(row).find((one) => one.layer === 0 && one.start <= start && start < endOf(one));
  return { row, day: shift?.day ?? clock.dayAt(start), start };
}

/** What of the same layer is there already. */
function inTheWay(row: Row, { layer, start, minutes }: Pick<Activity, 'layer' | 'start' | 'minutes'>, moved: Activity | undefined): Activity | undefined {
  return activitiesOf(row).find((one) => one.layer === layer && one.start < start + minutes && endOf(one) > start
    && (one.day !== moved?.day || one.start !== moved.start));
}

/** What it comes to when something is moved or stretched so, and how that is drawn and said. */
export function shapedAs(scene: GridScene, { row, activity, isCopy }: Omit<Shaping, 'to' | 'minutes'>, at: Span): { shaping: Shaping; ghost: Ghost } | undefined {
  const { sheet, looks } = scene;
  const { layer } = activity;
  const { start, minutes } = at;
  const onto = sheet.rows[at.row];
  if (!onto) {
    return undefined;
  }
  const isOther = onto.id !== row.id;
  const to = landingOf(sheet, onto, layer, start);
  const taken = inTheWay(onto, { layer, start, minutes }, isOther || isCopy ? undefined : activity);
  const words = [
    isCopy ? 'Copy' : '', isOther ? onto.name : '', to.day === activity.day ? '' : dateWords(sheet.clock, to.day),
    `${sheet.clock.wordOf(start)}–${sheet.clock.wordOf(start + minutes)}${taken ? `: ${looks[taken.code]?.name ?? 'something'} is there` : ''}`,
  ].filter(Boolean).join(', ');
  return { shaping: { row, activity, to, minutes, isCopy }, ghost: { ...at, layer, words, isTaken: taken !== undefined } };
}
