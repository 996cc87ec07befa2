const two = (value: number): string => String(value).padStart(2, '0');

/** The viewer's date: "2026-11-21". */
export function localToday(): string {
  const now = new Date();
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
