import { pick } from '@/lib/pick';

/** `unit` is a business unit; `group` a planning group, or "all". */
export const readTodaySearch = (search: Record<string, unknown>) => pick(search, ['unit', 'group']);
