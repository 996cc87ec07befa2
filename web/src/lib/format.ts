const second = {
  day: '2-digit', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23',
} as const;
const stamp = new Intl.DateTimeFormat('en-GB', second);
const day = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: '2-digit', month: 'short', year: 'numeric' });
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

/** The viewer's zone, as the browser knows it: "Europe/Berlin". */
export function viewerZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** An instant in the viewer's zone, or in the one given: "21 Nov 2026, 09:15:02". */
export function formatInstant(instant: string, zone?: string): string {
  return (zone ? new Intl.DateTimeFormat('en-GB', { ...second, timeZone: zone }) : stamp).format(new Date(instant));
}

export function formatDay(at: Date): string {
  return day.format(at);
}

export function formatClock(at: Date): string {
  return clock.format(at);
}

const times = new Map<string, Intl.DateTimeFormat>();

/** The time of day by the clock of a zone: "09:15:02". */
export function formatTime(instant: string | number, zone: string): string {
  const known = times.get(zone) ?? new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23', timeZone: zone });
  times.set(zone, known);
  return known.format(new Date(instant));
}

/** The date by the calendar of a zone: "2026-03-29". */
export const dateIn = (zone: string, instant: string): string => new Date(instant).toLocaleDateString('en-CA', { timeZone: zone });

export function formatNumber(value: number): string {
  return number.format(value);
}

/** "week 1" as the begin of a sentence. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Bytes in binary units: "182 MiB". */
export function formatBytes(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), units.length - 1);
  return `${number.format(bytes / 1024 ** power)} ${units[power] ?? 'B'}`;
}

/** Seconds as the two largest units: "3 d 4 h", "12 min 5 s". */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const parts = [
    { unit: 'd', value: Math.floor(whole / 86_400) },
    { unit: 'h', value: Math.floor(whole / 3_600) % 24 },
    { unit: 'min', value: Math.floor(whole / 60) % 60 },
    { unit: 's', value: whole % 60 },
  ];
  const first = parts.findIndex((part) => part.value > 0);
  return first < 0 ? '0 s' : parts.slice(first, first + 2).map((part) => `${part.value} ${part.unit}`).join(' ');
}

/** Minutes as hours and minutes, never as days: contracts and weeks are told in hours. "40 h", "8 h 30 min", "20 min". */
export function formatMinutes(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 && `${hours} h`, (rest > 0 || hours === 0) && `${rest} min`].filter(Boolean).join(' ');
}

/** Seconds as a stopwatch shows them: "0:42", "12:05", "1:02:05". */
export function formatStopwatch(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60];
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(whole % 60)}`;
}

/** How long ago, in its largest unit: "2 s ago". A clock that is ahead is not in the future. */
export function formatAgo(instant: string, now: number): string {
  const seconds = (now - new Date(instant).getTime()) / 1_000;
  const [value = '0', unit = 's'] = formatDuration(seconds).split(' ');
  return `${value} ${unit} ago`;
}
