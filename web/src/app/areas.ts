import {
  IconCalendarTime, IconCalendarUser, IconChartAreaLine, IconInbox, IconReportAnalytics, IconServer2, IconSunHigh, IconUserCheck, IconUsers,
  type Icon,
} from '@tabler/icons-react';
import { tabs as adherenceTabs } from '@/features/adherence/tabs';
import { tabs as peopleTabs } from '@/features/people/tabs';
import { tabs as systemTabs } from '@/features/system/tabs';

/** What the pages of planners and supervisors take. */
export const planning = ['forecast:view', 'schedule:view'];

export interface Area {
  path: '/my' | '/today' | '/forecast' | '/schedule' | '/adherence' | '/requests' | '/people' | '/reports' | '/system';
  name: string;
  icon: Icon;
  /** Any of these opens it; who has none of them is not shown the way. */
  opens: readonly string[];
}

/** The areas of Muster in the order of the rail; the command palette and the routes read the same list. */
export const areas: readonly Area[] = [
  { path: '/my', name: 'My schedule', icon: IconCalendarUser, opens: ['my_schedule:view'] },
  { path: '/today', name: 'Today', icon: IconSunHigh, opens: ['forecast:view'] },
  { path: '/forecast', name: 'Forecast', icon: IconChartAreaLine, opens: ['forecast:view'] },
  { path: '/schedule', name: 'Schedule', icon: IconCalendarTime, opens: ['schedule:view'] },
  { path: '/adherence', name: 'Adherence', icon: IconUserCheck, opens: adherenceTabs.map(({ permission }) => permission) },
  { path: '/requests', name: 'Requests', icon: IconInbox, opens: planning },
  { path: '/people', name: 'People', icon: IconUsers, opens: peopleTabs.map(({ permission }) => permission) },
  { path: '/reports', name: 'Reports', icon: IconReportAnalytics, opens: planning },
  { path: '/system', name: 'System', icon: IconServer2, opens: systemTabs.map(({ permission }) => permission) },
];

/** The areas of a session. Planners find their own schedule in the menu of their name: it is not what they come for. */
export const areasOf = (permissions: readonly string[]): readonly Area[] => areas
  .filter(({ opens }) => opens.some((permission) => permissions.includes(permission)))
  .filter(({ path }) => path !== '/my' || !planning.some((permission) => permissions.includes(permission)));

/** Where a session begins. */
export const startOf = (permissions: readonly string[]): Area['path'] => areasOf(permissions)[0]?.path ?? '/today';
