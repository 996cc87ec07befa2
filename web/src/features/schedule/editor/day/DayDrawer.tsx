import { Alert, Button, Group, Select, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { PlanBreach } from '@/api/types';
import { SidePanel } from '@/components/SidePanel';
import { fullDate } from '@/lib/dates';
import { activitiesOf, type Activity, type Codes, type Row, type Sheet } from '../model/rows';
import { dayWords, lengthWords } from '../model/words';
import classes from '../page/Editor.module.css';
import type { Edits } from '../page/useEdits';
import { ActivityForm } from './ActivityForm';
import { DayVersions } from './DayVersions';

interface DayDrawerProps {
  sheet: Sheet;
  codes: Codes;
  row: Row;
  day: number;
  edits: Edits;
  mayEdit: boolean;
  breaches: readonly PlanBreach[];
  /** What a build found for the agent. */
  findings: readonly string[];
  /** Why the last edit here was refused, or what it asks. */
  notice: ReactNode;
  close: () => void;
}

/** An agent's day: what is on it, what can be done to it, and all that it was. */
export function DayDrawer({ sheet, codes, row, day, edits, mayEdit, breaches, findings, notice, close }: DayDrawerProps) {
  const { clock } = sheet;
  const activities = activitiesOf(row, day);
  const shift = activities.find(({ layer }) => layer === 0);
  const around = ({ start }: Activity) => activities.find((one) => one.layer === 0 && one.start <= start && start < one.start + one.minutes);
  const usual: Activity = shift ?? { day, layer: 0, start: clock.minuteOf(day, 540), minutes: 480, code: -1 };
  return (
    <SidePanel title={`${row.name}, ${fullDate(clock.dateOf(day))}`} close={close}>
      <Stack gap="lg">
        {notice}
        <Text size="sm" role="status">{dayWords(clock, codes, activities)}{clock.lengthOf(day) === 1_440 ? '' : `. The day has ${lengthWords(clock.lengthOf(day))}.`}</Text>
        {breaches.length > 0 && (
          <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title="Breaks rules of the work plan">
            <ul style={{ margin: 0, paddingLeft: 18 }}>{breaches.map(({ sentence }) => <li key={sentence}>{sentence}</li>)}</ul>
          </Alert>
        )}
        {findings.length > 0 && (
          <Part title="Why">
            <ul>{findings.map((finding) => <li key={finding}><Text size="sm">{finding}</Text></li>)}</ul>
          </Part>
        )}
        {mayEdit && (
          <>
            {activities.map((one) => (
              <ActivityForm key={`${one.layer}-${one.start}-${one.minutes}-${one.code}`} clock={clock} codes={codes} activity={one} day={day} shift={around(one) ?? shift} isFixed
                onSave={({ start, minutes }) => edits.shape(row, one, start, minutes)} onRemove={() => edits.remove(row, one)} />
            ))}
            <Part title="Add an activity">
              <ActivityForm key={`new-${activities.length}`} clock={clock} codes={codes} activity={{ ...usual, minutes: shift ? 30 : 480 }} day={day} shift={shift} onSave={(one) => edits.add(row, one)} />
            </Part>
            <TimeOff codes={codes} onGive={(code) => edits.add(row, {
              day, layer: 2, code, start: shift?.start ?? clock.startOf(day), minutes: shift?.minutes ?? clock.lengthOf(day),
            })} />
            <WithOther
              sheet={sheet} codes={codes} row={row} day={day} mayGive={shift !== undefined}
              onSwap={(other) => edits.swap(row, day, other)} onGive={(other) => edits.give(row, day, other)}
            />
          </>
        )}
        <Part title="As it was published">
          <DayVersions clock={clock} codes={codes} agent={row.id} day={day} mayEdit={mayEdit} onTake={(content) => edits.replace(row, day, content, 'Back to an earlier version')} />
        </Part>
      </Stack>
    </SidePanel>
  );
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section>
    <Title order={3} size="h6" mb={6}>{title}</Title>
    {children}
  </section>
);

function TimeOff({ codes, onGive }: { codes: Codes; onGive: (code: number) => void }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const off = codes.all.filter(({ category, removed_at }) => category === 'time_off' && removed_at === null);
  const id = chosen ?? off[0]?.id;
  return off.length > 0 && (
    <Part title="Time off for the day">
      <Group align="flex-end" gap="xs">
        <Select className={classes.choice} aria-label="Kind of time off" data={off.map((code) => ({ value: code.id, label: code.name }))} value={id ?? null} onChange={setChosen} allowDeselect={false} />
        <Button variant="default" onClick={() => id && onGive(codes.placeOf(id))}>Give time off</Button>
      </Group>
    </Part>
  );
}

interface WithOtherProps {
  sheet: Sheet;
  codes: Codes;
  row: Row;
  day: number;
  mayGive: boolean;
  onSwap: (other: Row) => void;
  onGive: (other: Row) => void;
}

function WithOther({ sheet, codes, row, day, mayGive, onSwap, onGive }: WithOtherProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const other = sheet.rows.find(({ id }) => id === chosen);
  const others = sheet.rows.filter(({ id }) => id !== row.id).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Part title="With another agent">
      <Group align="flex-end" gap="xs">
        <Select className={classes.choice} aria-label="Other agent" placeholder="Name" searchable limit={50} data={others} value={chosen} onChange={setChosen} />
        <Button variant="default" disabled={!other} onClick={() => other && onSwap(other)}>Swap days</Button>
        <Button variant="default" disabled={!other || !mayGive} onClick={() => other && onGive(other)}>Give shift</Button>
      </Group>
      {other && <Text size="sm" c="dimmed" mt={4}>{other.name} has: {dayWords(sheet.clock, codes, activitiesOf(other, day))}</Text>}
    </Part>
  );
}
