import { Group, Text } from '@mantine/core';
import type { AdherenceDay } from '@/api/types';
import { ConfirmButton } from '@/components/ConfirmButton';
import { Instant } from '@/components/Instant';
import { formatTime } from '@/lib/format';
import type { ApprovingProps } from './Approving';
import classes from './Day.module.css';

interface ApprovalsProps extends Pick<ApprovingProps, 'may' | 'takeBack' | 'isBusy'> {
  day: AdherenceDay;
  zone: string;
}

/** What is approved of the day, by whom and why. */
export function Approvals({ day, zone, may, takeBack, isBusy }: ApprovalsProps) {
  return (
    <ul className={classes.versions}>
      {day.approvals.map(({ id, start, end, note, author, at }) => (
        <li key={id}>
          <Group justify="space-between" gap="xs">
            <Text size="sm">
              <b>{formatTime(start, zone)}–{formatTime(end, zone)}</b> {note || 'without a reason'}, by {author}, <Instant at={at} zone={zone} />
            </Text>
            {may && (
              <ConfirmButton size="compact-xs" loading={isBusy} question="It is judged as if it had never been approved." onConfirm={() => takeBack(id)}>
                Take back
              </ConfirmButton>
            )}
          </Group>
        </li>
      ))}
    </ul>
  );
}
