import { Button, Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Panel } from '@/components/Panel';
import classes from './Agents.module.css';
import { Differs, type AgentViewProps } from './AgentView';
import { localToday } from './localToday';

/** When somebody was and is employed; ending it and beginning again are ordinary. */
export function AgentEmployment(props: AgentViewProps) {
  const { details: { employment, agent }, mayEdit, busy, change } = props;
  const [day, setDay] = useState(localToday);
  const last = employment.at(-1);
  const ends = last?.end === null;
  return (
    <Panel title="Employment">
      {employment.length === 0 && <Text size="sm" c="dimmed">Not employed yet.</Text>}
      <ul className={classes.list}>
        {[...employment].reverse().map((period) => (
          <li key={period.start}>
            {period.start} to {period.end ?? 'further notice'}{period.employee_number ? ` · number ${period.employee_number}` : ''}
          </li>
        ))}
      </ul>
      <Differs {...props} field="employment" />
      {mayEdit && !agent.removed_at && (
        <Group gap="xs" align="flex-end" mt="xs">
          <TextInput
            type="date"
            label={ends ? 'First day without employment' : 'First day of employment'}
            value={day}
            onChange={(event) => setDay(event.currentTarget.value)}
          />
          <Button
            variant="default"
            loading={busy}
            disabled={day === ''}
            onClick={() => change(ends ? { terminate_on: day } : { reinstate_on: day }, () => undefined)}
          >
            {ends ? 'End employment' : 'Employ'}
          </Button>
        </Group>
      )}
    </Panel>
  );
}
