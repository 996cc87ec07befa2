/** Something planned in an agent's day, as the API says it. */
export interface Planned {
  layer: 'work' | 'inside' | 'time_off';
  start: string;
  /** Elapsed time. */
  minutes: number;
  activity_code_id: string;
}

/** What an activity code is called, and how it looks. */
export interface Code {
  name: string;
  colour: string;
}

export type Codes = ReadonlyMap<string, Code>;

/** A stretch of a day in which one thing counts; `[start, end)` in milliseconds. */
export interface Piece {
  start: number;
  end: number;
  code: string;
  layer: Planned['layer'];
}

const minuteMilliseconds = 60_000;
const hourMilliseconds = 3_600_000;
const order = { work: 0, inside: 1, time_off: 2 };
const startOf = (activity: Planned): number => Date.parse(activity.start);
const endOf = (activity: Planned): number => startOf(activity) + activity.minutes * minuteMilliseconds;

/** What counts, in order and without overlap: of what lies over each other, the highest. */
export function visible(activities: readonly Planned[]): Piece[] {
  const cuts = [...new Set(activities.flatMap((one) => [startOf(one), endOf(one)]))].sort((a, b) => a - b);
  const pieces: Piece[] = [];
  cuts.slice(0, -1).forEach((start, index) => {
    const end = cuts[index + 1] ?? start;
    const top = activities.filter((one) => startOf(one) <= start && endOf(one) >= end)
      .reduce<Planned | undefined>((best, one) => (best && order[best.layer] > order[one.layer] ? best : one), undefined);
    if (!top) {
      return;
    }
    const last = pieces.at(-1);
    if (last?.end === start && last.code === top.activity_code_id && last.layer === top.layer && startOf(top) < start) {
      last.end = end;
    } else {
      pieces.push({ start, end, code: top.activity_code_id, layer: top.layer });
    }
  });
  return pieces;
}

/** From the first start to the last end; nothing on a free day. */
export function spanOf(activities: readonly Planned[]): { start: number; end: number } | undefined {
  return activities.length === 0
    ? undefined
    : { start: Math.min(...activities.map(startOf)), end: Math.max(...activities.map(endOf)) };
}

/** Whole hours around all of some days, so that their strips can be compared. */
export function windowOf(days: readonly (readonly Planned[])[]): { start: number; end: number } | undefined {
  const span = spanOf(days.flat());
  return span && {
    start: Math.floor(span.start / hourMilliseconds) * hourMilliseconds,
    end: Math.ceil(span.end / hourMilliseconds) * hourMilliseconds,
  };
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** An instant by the clock of a zone: "09:30". */
export function clockIn(zone: string, at: number): string {
  const known = formats.get(zone);
  const format = known ?? new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone });
  formats.set(zone, format);
  return format.format(at);
}

const weekdayFormats = new Map<string, Intl.DateTimeFormat>();

/** As `clockIn`, with the weekday where it is another one than now: "Mon 09:30". */
export function soonIn(zone: string, at: number, now: number): string {
  const format = weekdayFormats.get(zone) ?? new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: zone });
  weekdayFormats.set(zone, format);
  const [then, today] = [format.format(at), format.format(now)];
  return then === today && at - now < 24 * hourMilliseconds ? clockIn(zone, at) : `${then} ${clockIn(zone, at)}`;
}

/** The offset of a zone at an instant, in minutes: where it changes within a day, the same hour comes twice. */
export function offsetIn(zone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', hourCycle: 'h23', timeZone: zone,
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return Math.round((local - Math.floor(at / minuteMilliseconds) * minuteMilliseconds) / minuteMilliseconds);
}

const nameOf = (codes: Codes, code: string): string => codes.get(code)?.name ?? 'Something that is gone';

/** "09:00–17:30 Phone, 12:00–12:30 Lunch"; a day without anything is "Free". */
export function wordsOf(activities: readonly Planned[], codes: Codes, zone: string): string {
  const sorted = [...activities].sort((a, b) => order[a.layer] - order[b.layer] || startOf(a) - startOf(b));
  return sorted.length === 0
    ? 'Free'
    : sorted.map((one) => `${clockIn(zone, startOf(one))}–${clockIn(zone, endOf(one))} ${nameOf(codes, one.activity_code_id)}`).join(', ');
}

/** "09:00–17:30", or what takes the whole of it: "Leave". */
export function shortWordsOf(activities: readonly Planned[], codes: Codes, zone: string): string {
  const span = spanOf(activities);
  const [first, ...others] = visible(activities);
  if (!span || !first) {
    return 'Free';
  }
  return others.length === 0 && first.layer === 'time_off'
    ? nameOf(codes, first.code)
    : `${clockIn(zone, span.start)}–${clockIn(zone, span.end)}`;
}
