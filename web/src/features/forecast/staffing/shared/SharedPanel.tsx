import { Alert, Button, Checkbox, CloseButton, Group, List, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { dataOf, type Loaded } from '@/api/loaded';
import type { ForecastPart, KnownAgentGroup, SimulatedDay } from '@/api/types';
import { MutationProblem } from '@/components/MutationProblem';
import { Panel } from '@/components/Panel';
import { clockOf, fullDate } from '@/lib/dates';
import { isOpen, openSlots } from '../../chart/points';
import type { Place } from '../../choice/ForPart';
import classes from '../../Forecast.module.css';
import numbers from '../../Numbers.module.css';
import { Found } from './Found';
import { bodyOf, firstRows, groupsOf, mostGroups, mostSearched, wrongRow, type GroupRow } from './groups';
import { Reached } from './Reached';
import type { AskedDay } from '@/api/simulation';
import type { Asked, Search } from './useSearch';

export interface SharedPanelProps {
  part: ForecastPart;
  place: Place;
  date: string;
  onDate: (date: string) => void;
  people: Loaded<readonly KnownAgentGroup[]>;
  search: Search | undefined;
  onSearch: (asked: Omit<Asked, 'forecast'>) => void;
  onCancel: () => void;
  reached: SimulatedDay | undefined;
  simulating: boolean;
  error: Error | null;
  onSimulate: (asked: AskedDay) => void;
}

/** Planning groups that share agents with several skills: how many it takes together, and what given ones reach. */
export function SharedPanel(props: SharedPanelProps) {
  const people = dataOf(props.people);
  const waits = props.people.state === 'loading';
  return (
    <Panel title="Agents with several skills" note="Planning groups that share their agents, by simulation, with the terms that each keeps. Nothing is changed by it.">
      {!waits && <Form {...props} known={people ?? []} />}
    </Panel>
  );
}

function Form(props: SharedPanelProps & { known: readonly KnownAgentGroup[] }) {
  const { part, place: { chosen, forecast }, date, known } = props;
  const groups = groupsOf(chosen.groups, forecast);
  const [rows, setRows] = useState<readonly GroupRow[]>(() => firstRows(known, groups));
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const slots = openSlots(part.days.filter((day) => day.date === date));
  const [span, setSpan] = useState({ from: '', to: '' });
  const first = (slots[0] ?? 0) * part.minutes;
  const last = ((slots.at(-1) ?? 0) + 1) * part.minutes;
  const from = span.from === '' ? first : Number(span.from);
  const to = span.to === '' ? last : Number(span.to);
  const change = (key: number, to: Partial<GroupRow>) => setRows(rows.map((row) => (row.key === key ? { ...row, ...to } : row)));
  const check = (needsAgents: boolean) => {
    const found = [
      ...(needsAgents || rows.length <= mostSearched ? [] : [`A search takes ${mostSearched} rows at most, and there are ${rows.length}. Remove some, or put some together.`]),
      ...rows.flatMap((row) => wrongRow(row, rows, needsAgents) ?? []),
      ...(from >= to ? ['The part of the day ends before it begins.'] : []),
    ];
    setWrong(found);
    return found.length === 0;
  };
  const ask = () => check(false) && props.onSearch({ date, groups: bodyOf(rows), from, to });
  const simulate = () => check(true) && props.onSimulate({ date, from: clockOf(from), to: clockOf(to), agent_groups: bodyOf(rows) });
  const choices = (all: readonly number[]) => all.map((minute) => ({ value: String(minute), label: minute === 1_440 ? '24:00' : clockOf(minute) }));
  return (
    <Stack gap="sm">
      <div className={classes.fields}>
        <NativeSelect
          label="Day"
          data={part.days.filter(isOpen).map((day) => ({ value: day.date, label: fullDate(day.date) }))}
          value={date}
          onChange={({ currentTarget: { value } }) => props.onDate(value)}
        />
        <NativeSelect label="From" data={choices(slots.map((slot) => slot * part.minutes))} value={String(from)} onChange={({ currentTarget: { value } }) => setSpan({ ...span, from: value })} />
        <NativeSelect label="To" data={choices(slots.map((slot) => (slot + 1) * part.minutes))} value={String(to)} onChange={({ currentTarget: { value } }) => setSpan({ ...span, to: value })} />
      </div>
      <div className={numbers.scroll} role="region" aria-label="Agent groups, table" tabIndex={0}>
        <table className={classes.groups} aria-label="Agent groups">
          <thead>
            <tr>
              <th scope="col">Agents</th>
              {groups.map((group) => <th key={group.id} scope="col">{group.name}</th>)}
              <th scope="col">On queue</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => <Row key={row.key} row={row} groups={groups} change={(to) => change(row.key, to)} remove={rows.length > 1 ? () => setRows(rows.filter(({ key }) => key !== row.key)) : undefined} />)}
          </tbody>
        </table>
      </div>
      {wrong.length > 0 && (
        <Alert role="alert" color="red" title="Not asked yet"><List size="sm">{wrong.map((words) => <List.Item key={words}>{words}</List.Item>)}</List></Alert>
      )}
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <Button
            variant="default"
            disabled={rows.length >= mostGroups}
            onClick={() => setRows([...rows, { key: Math.max(...rows.map(({ key }) => key)) + 1, name: `Group ${rows.length + 1}`, serves: [], agents: '0' }])}
          >
            Add agents
          </Button>
          <Button variant="default" onClick={() => setRows(firstRows(known, groups))}>{known.length > 0 ? 'As people are' : 'Begin anew'}</Button>
        </Group>
        <Group gap="xs">
          <Button variant="default" loading={props.simulating} onClick={simulate}>What do they reach?</Button>
          <Button loading={props.search?.isRunning ?? false} onClick={ask}>How many are needed?</Button>
        </Group>
      </Group>
      <Text size="xs" c="dimmed">
        How many are needed is searched for each interval by itself, as if it lasted until all has settled, like Erlang; the numbers on queue are left aside. What they reach is the part of
        the day from beginning to end, with the same agents all the time. A call goes to the free agent with the fewest skills.
      </Text>
      <MutationProblem error={props.error} />
      {props.reached && <Reached day={props.reached} groups={groups} />}
      {props.search && <Found search={props.search} groups={groups} onCancel={props.onCancel} />}
    </Stack>
  );
}

interface RowProps {
  row: GroupRow;
  groups: readonly { id: string; name: string }[];
  change: (to: Partial<GroupRow>) => void;
  remove: (() => void) | undefined;
}

function Row({ row, groups, change, remove }: RowProps) {
  return (
    <tr>
      <td><TextInput aria-label="Name of the agents" size="xs" value={row.name} onChange={({ currentTarget: { value } }) => change({ name: value })} /></td>
      {groups.map(({ id, name }) => (
        <td key={id}>
          <Checkbox
            aria-label={`${row.name} serve ${name}`}
            checked={row.serves.includes(id)}
            onChange={({ currentTarget: { checked } }) => change({ serves: checked ? [...row.serves, id] : row.serves.filter((one) => one !== id) })}
          />
        </td>
      ))}
      <td><TextInput aria-label={`${row.name} on queue`} size="xs" w={80} inputMode="numeric" value={row.agents} onChange={({ currentTarget: { value } }) => change({ agents: value })} /></td>
      <td><CloseButton aria-label={`Remove ${row.name}`} disabled={!remove} onClick={remove} /></td>
    </tr>
  );
}
