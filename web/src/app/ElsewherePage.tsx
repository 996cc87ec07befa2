import { Anchor, List, Text } from '@mantine/core';
import { IconInbox, IconReportAnalytics } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useHeld } from '@/api/session';
import { Notice } from '@/components/Notice';
import { PageHeader } from '@/components/PageHeader';
import { planning } from './areas';

/** Time off and swaps, which nobody can ask for here: how they are done. */
export function RequestsPage() {
  const held = useHeld();
  const isPlanner = planning.some((permission) => held.includes(permission));
  return (
    <>
      <PageHeader title="Requests" />
      {isPlanner ? (
        <Notice
          icon={IconInbox}
          title="Time off and swaps are entered under Schedule"
          action={<Anchor component={Link} to="/schedule/edit" size="sm">Open Schedule</Anchor>}
        >
          <Text>Agents cannot ask for them in Muster. When one asks you, open the agent’s day under Schedule: it has time off, swapped days and given shifts, and says which rules they would break.</Text>
          <Text mt="xs">Once that is published, the agent sees what has changed under My schedule and says that it was seen.</Text>
        </Notice>
      ) : (
        <Notice icon={IconInbox} title="Ask your planner" action={<Anchor component={Link} to="/my" size="sm">Open My schedule</Anchor>}>
          <Text>Time off and swaps cannot be asked for here. What your planner changes shows under My schedule.</Text>
        </Notice>
      )}
    </>
  );
}

const places = [
  { to: '/adherence/history', name: 'Adherence, History', what: 'days of agents, teams and units, to be exported as CSV or XLSX' },
  { to: '/forecast/accuracy', name: 'Forecast, Accuracy', what: 'what was forecast beside what came' },
  { to: '/today', name: 'Today', what: 'plan and reality of the day by interval' },
  { to: '/schedule/edit', name: 'Schedule', what: 'hours required, scheduled, missing and too many, by planning group' },
] as const;

/** Plan and reality stand where they are worked with: which page has what. */
export function ReportsPage() {
  return (
    <>
      <PageHeader title="Reports" />
      <Notice icon={IconReportAnalytics} title="Figures are on the pages that they belong to">
        <Text>Muster makes no reports of its own. To look at, and to take away:</Text>
        <List mt="xs" spacing={4}>
          {places.map(({ to, name, what }) => <List.Item key={to}><Anchor component={Link} to={to} inherit underline="always">{name}</Anchor>: {what}</List.Item>)}
        </List>
      </Notice>
    </>
  );
}
