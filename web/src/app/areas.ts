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
  /** For an area without content: what it says is missing, what the area is for, and what to do until then, for planners and for agents. */
  empty?: { title: string; purpose: string; first: string; own?: string; next?: { to: '/schedule' | '/adherence/history'; name: string } };
}

/** The areas of Muster in the order of the rail; the command palette and the routes read the same list. */
export const areas: readonly Area[] = [
  { path: '/my', name: 'My schedule', icon: IconCalendarUser, opens: ['my_schedule:view'] },
  { path: '/today', name: 'Today', icon: IconSunHigh, opens: ['forecast:view'] },
  { path: '/forecast', name: 'Forecast', icon: IconChartAreaLine, opens: ['forecast:view'] },
  { path: '/schedule', name: 'Schedule', icon: IconCalendarTime, opens: ['schedule:view'] },
  { path: '/adherence', name: 'Adherence', icon: IconUserCheck, opens: adherenceTabs.map(({ permission }) => permission) },
  {
    path: '/requests',
    name: 'Requests',
    icon: IconInbox,
    opens: [...planning, 'my_schedule:view'],
    empty: {
      title: 'No requests yet',
      purpose: 'Requests holds time off and shift trades as threads: what was asked, what was answered, and why.',
      first: 'Asking comes with a later version of Muster. Until then enter time off and swaps on the page Schedule.',
      own: 'Asking comes with a later version of Muster. Until then ask your planner.',
      next: { to: '/schedule', name: 'Open Schedule' },
    },
  },
  { path: '/people', name: 'People', icon: IconUsers, opens: peopleTabs.map(({ permission }) => permission) },
  {
    path: '/reports',
    name: 'Reports',
    icon: IconReportAnalytics,
    opens: planning,
    empty: {
      title: 'Nothing to report yet',
      purpose: 'Reports shows plan and reality as tables and charts, to look at and to take away.',
      first: 'Reports come with a later version of Muster. Until then Adherence > History has the days of agents and teams with an export, Forecast > Accuracy what was forecast beside what came.',
      next: { to: '/adherence/history', name: 'Open the history of adherence' },
    },
  },
  { path: '/system', name: 'System', icon: IconServer2, opens: systemTabs.map(({ permission }) => permission) },
];

/** The areas of a session. Planners find their own schedule in the menu of their name: it is not what they come for. */
export const areasOf = (permissions: readonly string[]): readonly Area[] => areas
  .filter(({ opens }) => opens.some((permission) => permissions.includes(permission)))
  .filter(({ path }) => path !== '/my' || !planning.some((permission) => permissions.includes(permission)));

/** Where a session begins. */
export const startOf = (permissions: readonly string[]): Area['path'] => areasOf(permissions)[0]?.path ?? '/today';
