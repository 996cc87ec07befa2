import { Loader, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { tryQuery } from '@/api/adherenceRules';
import { toProblem } from '@/api/problem';
import type { Items, Tried, TryEvent } from '@/api/types';
import { Facts } from '@/components/Facts';
import { Panel } from '@/components/Panel';
import { Tag } from '@/components/Tag';
import { rulesFor, sourcesOf, type Draft } from './draft';
import { accepted, countsAs, forgiven, verdictOf, whyOf } from './sentences';

interface TesterProps {
  unit: string;
  draft: Draft;
  codes: readonly Items['activity-codes'][];
}

const pauseMilliseconds = 250;

/** "This event would count as": tries an event on the rules as they are on the screen. */
export function Tester({ unit, draft, codes }: TesterProps) {
  const [event, setEvent] = useState({ source: '', state: '', reason: '', activity: '' });
  const change = (changes: Partial<typeof event>) => setEvent((now) => ({ ...now, ...changes }));
  const source = event.source.trim() || (sourcesOf(draft)[0] ?? '');
  const [asked] = useDebouncedValue(askedOf({ ...event, source }, draft), pauseMilliseconds);
  const { data, error, isFetching } = useQuery(tryQuery(unit, asked));
  const states = [...new Set(draft.mappings.filter((row) => row.source.trim() === source).map((row) => row.state.trim()))];
  return (
    <Panel title="Try an event" note="On the rules as they are here, saved or not.">
      <Stack gap="xs">
        <TextInput
          label="Source"
          list="rule-sources"
          autoComplete="off"
          placeholder={source}
          value={event.source}
          onChange={({ currentTarget: { value } }) => change({ source: value })}
        />
        <TextInput label="State" list="rule-states" autoComplete="off" value={event.state} onChange={({ currentTarget: { value } }) => change({ state: value })} />
        <datalist id="rule-states">{states.map((state) => <option key={state} value={state} />)}</datalist>
        <TextInput
          label="Reason code"
          autoComplete="off"
          placeholder="none"
          value={event.reason}
          onChange={({ currentTarget: { value } }) => change({ reason: value })}
        />
        <NativeSelect
          label="Scheduled"
          data={[{ value: '', label: 'Nothing' }, ...codes.map(({ id, name }) => ({ value: id, label: name }))]}
          value={event.activity}
          onChange={({ currentTarget: { value } }) => change({ activity: value })}
        />
        <div role="status" aria-label="What it would count as">
          {!asked && <Text size="sm" c="dimmed">Write a state to see what it would count as.</Text>}
          {asked && error && <Text size="sm" c="red">{toProblem(error).message}</Text>}
          {asked && !error && !data && isFetching && <Loader size="xs" aria-label="Trying" />}
          {asked && !error && data && <Result tried={data} />}
        </div>
      </Stack>
    </Panel>
  );
}

function askedOf(event: { source: string; state: string; reason: string; activity: string }, draft: Draft): TryEvent | undefined {
  const state = event.state.trim();
  return event.source && state
    ? {
        source: event.source, state, reason: event.reason.trim() || null, rules: rulesFor(draft, event.source, state),
        ...(event.activity && { activity_code_id: event.activity }),
      }
    : undefined;
}

function Result({ tried }: { tried: Tried }) {
  const { kind, word } = verdictOf(tried);
  return (
    <Stack gap="xs" mt="xs">
      <div><Tag kind={kind}>{word}</Tag></div>
      <Text size="sm">{whyOf(tried)}</Text>
      <Facts facts={[['Counts as', countsAs(tried)], ['Accepted', accepted(tried)], ['Forgiven', forgiven(tried)]]} />
    </Stack>
  );
}
