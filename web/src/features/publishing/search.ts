import { pick } from '@/lib/pick';

/** `site` is a management unit, as on the Schedule page, `draft` what is to be published into it. */
export const readPublishingSearch = (search: Record<string, unknown>) => pick(search, ['unit', 'site', 'draft']);
