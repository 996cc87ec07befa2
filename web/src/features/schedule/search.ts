import { pick } from '@/lib/pick';

/**
 * `unit` is the business unit and `site` the management unit that is looked at. Of the schedule: `draft` (none: what is
 * published), `version` (as it was), `date`, `view` and `zoom`, `find` among the agents, `forecast` and `group` of the coverage. Of the builds:
 * `build`. `open` says which panel is open.
 */
export const readScheduleSearch = (search: Record<string, unknown>) =>
  pick(search, ['unit', 'build', 'site', 'open', 'draft', 'version', 'date', 'view', 'zoom', 'find', 'forecast', 'group']);

export type ScheduleSearch = ReturnType<typeof readScheduleSearch>;
