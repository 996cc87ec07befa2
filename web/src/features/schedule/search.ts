import { pick } from '@/lib/pick';

/** `unit` and `build` are what is looked at, `site` the management unit of it; `open` is "new" while a build is asked for. */
export const readScheduleSearch = (search: Record<string, unknown>) => pick(search, ['unit', 'build', 'site', 'open']);

export type ScheduleSearch = ReturnType<typeof readScheduleSearch>;
