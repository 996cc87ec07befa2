import { addDays } from '@/lib/dates';

const minuteMilliseconds = 60_000;
const dayMinutes = 1_440;

/** How far the clocks of a zone are ahead, in minutes, at an instant in milliseconds. */
function offsetReader(zone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
  });
  return (at) => {
    const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const shown = Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute, part.second);
    return Math.round((shown - Math.floor(at / 1_000) * 1_000) / minuteMilliseconds);
  };
}

/**
 * The clock of a unit's zone over the days that are looked at. Minutes are elapsed time since the first day began, so that a
 * day is as long as it is: 23, 24 or 25 hours.
 */
export class UnitClock {
  readonly from: string;
  readonly days: number;
  readonly origin: number;
  /** Where each day begins; one more than there are days. */
  readonly starts: Int32Array;
  /** From UTC's midnight of the first day until it begins. */
  private readonly lead: number;
  /** From which minute on clocks are ahead by how much. */
  private readonly turns: { from: number; offset: number }[] = [];

  constructor(zone: string, from: string, days: number, origin: string) {
    [this.from, this.days, this.origin] = [from, days, Date.parse(origin)];
    this.lead = (this.origin - Date.parse(`${from}T00:00:00Z`)) / minuteMilliseconds;
    const offsetAt = offsetReader(zone);
    // A shift may begin on the day before and end two days after.
    for (let day = -2; day <= days + 3; day++) {
      this.look(offsetAt, day * dayMinutes, (day + 1) * dayMinutes);
    }
    this.starts = Int32Array.from({ length: days + 1 }, (_, day) => this.minuteOf(day, 0));
  }

  get end(): number {
    return this.starts[this.days] ?? 0;
  }

  startOf(day: number): number {
    return this.starts[day] ?? this.minuteOf(day, 0);
  }

  /** How long a day is. */
  lengthOf(day: number): number {
    return this.minuteOf(day + 1, 0) - this.minuteOf(day, 0);
  }

  dateOf(day: number): string {
    return addDays(this.from, day);
  }

  /** Which day a minute lies on; before the first it is negative. */
  dayAt(minute: number): number {
    return Math.floor(this.shownAt(minute) / dayMinutes);
  }

  /** What clocks show, in minutes since midnight. */
  clockAt(minute: number): number {
    return ((this.shownAt(minute) % dayMinutes) + dayMinutes) % dayMinutes;
  }

  /** "09:15" */
  wordOf(minute: number): string {
    const clock = this.clockAt(minute);
    return `${String(Math.floor(clock / 60)).padStart(2, '0')}:${String(clock % 60).padStart(2, '0')}`;
  }

  /** When clocks show a time on a day: the first time if they show it twice, when they go on if never. */
  minuteOf(day: number, clock: number): number {
    const shown = day * dayMinutes + clock;
    const turns = this.turns;
    for (let index = 0; index < turns.length; index++) {
      const { from = 0, offset = 0 } = turns[index] ?? {};
      const minute = shown - offset - this.lead;
      const end = turns[index + 1]?.from ?? Infinity;
      if (minute < end) {
        return Math.max(minute, index === 0 ? minute : from);
      }
    }
    return shown;
  }

  /** As the server writes it. */
  instantOf(minute: number): string {
    return new Date(this.origin + minute * minuteMilliseconds).toISOString();
  }

  minuteAt(instant: string): number {
    return Math.round((Date.parse(instant) - this.origin) / minuteMilliseconds);
  }

  /** Minutes of the calendar since midnight of the first day. */
  private shownAt(minute: number): number {
    return minute + this.lead + this.offsetAt(minute);
  }

  private offsetAt(minute: number): number {
    let found = this.turns[0]?.offset ?? 0;
    for (const turn of this.turns) {
      if (turn.from <= minute) {
        found = turn.offset;
      }
    }
    return found;
  }

  /** Finds where the offset changes between two minutes, to the minute. */
  private look(offsetAt: (at: number) => number, from: number, to: number): void {
    const at = (minute: number) => offsetAt(this.origin + minute * minuteMilliseconds);
    if (this.turns.length === 0) {
      this.turns.push({ from: -Infinity, offset: at(from) });
    }
    let [low, high] = [from, to];
    const [before, after] = [at(low), at(high)];
    if (before === after) {
      return;
    }
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      [low, high] = at(middle) === before ? [middle, high] : [low, middle];
    }
    this.turns.push({ from: high, offset: after });
  }
}
