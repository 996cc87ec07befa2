import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core';
import { IconCalendarPlus, IconKey, IconLink } from '@tabler/icons-react';
import type { Loaded } from '@/api/loaded';
import type { MyCalendar } from '@/api/types';
import { ConfirmButton } from '@/components/ConfirmButton';
import { CopyButton } from '@/components/CopyButton';
import { Instant } from '@/components/Instant';
import { MutationProblem } from '@/components/MutationProblem';
import { Panel } from '@/components/Panel';
import { Show } from '@/components/Show';
import classes from './My.module.css';

export interface CalendarLinkProps {
  calendar: Loaded<MyCalendar>;
  /** The address, while it is known: after it was made, until the page is left. */
  address: string | undefined;
  make: () => void;
  remove: () => void;
  isBusy: boolean;
  error: Error | null;
}

/** The address at which the calendar of a phone or computer reads one's published days. */
export function CalendarLink({ calendar, address, make, remove, isBusy, error }: CalendarLinkProps) {
  return (
    <Panel title="In your own calendar" note="The calendar of your phone or computer can show your published days. Most look for changes every hour or so.">
      <Show loaded={calendar} what="address of your calendar">
        {({ created_at, last_read_at }) => (
          <Stack gap="sm">
            {address && <Address address={address} />}
            {created_at === null ? (
              <Button fullWidth size="md" variant="default" leftSection={<IconLink size={18} aria-hidden />} loading={isBusy} onClick={make}>
                Get the address
              </Button>
            ) : (
              <Group justify="space-between" gap="sm">
                <Text size="sm" c="dimmed">
                  The address was made <Instant at={created_at} />. Last read by a calendar: <Instant at={last_read_at} none="not yet" />.
                </Text>
                <Group gap="xs">
                  <ConfirmButton size="sm" loading={isBusy} question="Calendars that have the present address get no more changes." onConfirm={make}>
                    Make a new one
                  </ConfirmButton>
                  <ConfirmButton size="sm" loading={isBusy} question="Calendars that have the address get no more changes." onConfirm={remove}>
                    Remove it
                  </ConfirmButton>
                </Group>
              </Group>
            )}
            <MutationProblem error={error} />
          </Stack>
        )}
      </Show>
    </Panel>
  );
}

function Address({ address }: { address: string }) {
  return (
    <Alert color="yellow" icon={<IconKey aria-hidden />} title="The address of your calendar, shown only now">
      <Stack gap="xs">
        <Code fz="sm" className={classes.address} data-testid="secret">{address}</Code>
        <Group gap="xs">
          <CopyButton text={address} what="the address" />
          <Button component="a" size="sm" variant="default" leftSection={<IconCalendarPlus size={16} aria-hidden />} href={address.replace(/^https?:/, 'webcal:')}>
            Open in a calendar
          </Button>
        </Group>
        <Text size="sm">
          Whoever has it can read your schedule. If nothing opens, copy it and add it as a calendar from a web address; Google Calendar takes one on a computer.
        </Text>
      </Stack>
    </Alert>
  );
}
