import {
  IconCalendarTime, IconChartAreaLine, IconInbox, IconReportAnalytics, IconServer2, IconSunHigh, IconUserCheck, IconUsers,
  type Icon,
} from '@tabler/icons-react';

export interface Area {
  path: '/today' | '/forecast' | '/schedule' | '/adherence' | '/requests' | '/people' | '/reports' | '/system';
  name: string;
  icon: Icon;
  /** For an area without content: what it says is missing, what the area is for, and what to do first. */
  empty?: { title: string; purpose: string; first: string; next?: { to: '/people'; name: string } };
}

/** The areas of Muster in the order of the rail; the command palette and the routes read the same list. */
export const areas: readonly Area[] = [
  {
    path: '/today',
    name: 'Today',
    icon: IconSunHigh,
    empty: {
      title: 'Nothing to watch today',
      purpose: 'Today compares what was forecast with what happens: contacts offered, handle time, service level and agents on queue.',
      first: 'It needs people, a forecast and a published schedule. Begin with the people.',
      next: { to: '/people', name: 'Open People' },
    },
  },
  { path: '/forecast', name: 'Forecast', icon: IconChartAreaLine },
  { path: '/schedule', name: 'Schedule', icon: IconCalendarTime },
  {
    path: '/adherence',
    name: 'Adherence',
    icon: IconUserCheck,
    empty: {
      title: 'Nobody to compare yet',
      purpose: 'Adherence compares what each agent is doing now with the published schedule, longest alarm first.',
      first: 'It needs a published schedule and a feed of agent states.',
    },
  },
  {
    path: '/requests',
    name: 'Requests',
    icon: IconInbox,
    empty: {
      title: 'No requests yet',
      purpose: 'Requests holds time off and shift trades as threads: what was asked, what was answered, and why.',
      first: 'It needs people. Their requests appear here as they ask.',
      next: { to: '/people', name: 'Open People' },
    },
  },
  { path: '/people', name: 'People', icon: IconUsers },
  {
    path: '/reports',
    name: 'Reports',
    icon: IconReportAnalytics,
    empty: {
      title: 'Nothing to report yet',
      purpose: 'Reports shows plan and reality as tables and charts, to look at and to take away.',
      first: 'It needs a published schedule and some days of history.',
    },
  },
  { path: '/system', name: 'System', icon: IconServer2 },
];
