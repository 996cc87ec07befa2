import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { always } from '@/api/adherenceRules';
import type { RuleList } from '@/api/types';
import { Dialog } from '@/components/Dialog';
import { isDate } from '@/lib/dates';
import { dayOf } from './RulesEditor';

interface NewEntryProps {
  list: RuleList;
  /** The day that is offered. */
  day: string;
  close: () => void;
  onDay: (day: string) => void;
}

const first = '2000-01-01';
const last = '2099-12-31';

/** Asks from which day on other rules hold. */
export function NewEntry({ list, day: offered, close, onDay }: NewEntryProps) {
  const [day, setDay] = useState(offered);
  const [error, setError] = useState<string>();
  const hasAlways = list.entries.some((entry) => dayOf(entry) === always);
  return (
    <Dialog title="Rules from another day" close={close}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isDate(day) || day < first || day > last) {
            setError('Choose a day of the years 2000 to 2099.');
            return;
          }
          onDay(day);
        }}
      >
        <Stack gap="sm">
          <Text size="sm">From that day on, by the clock of each agent’s unit, these rules hold; until then those before them. They begin as a copy.</Text>
          <TextInput
            type="date"
            label="First day"
            data-autofocus
            min={first}
            max={last}
            value={day}
            error={error}
            onChange={({ currentTarget: { value } }) => {
              setDay(value);
              setError(undefined);
            }}
          />
          <Group justify="space-between">
            {hasAlways ? <span /> : <Button variant="default" onClick={() => onDay(always)}>Since ever</Button>}
            <Button type="submit">Open these rules</Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
