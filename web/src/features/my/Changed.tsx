import { Button, Group, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { MyNotice } from '@/api/types';
import { DayStrip } from '@/components/DayStrip';
import rows from '@/components/Days.module.css';
import { Instant } from '@/components/Instant';
import { MutationProblem } from '@/components/MutationProblem';
import { Panel } from '@/components/Panel';
import { Tag } from '@/components/Tag';
import { windowOf, wordsOf, type Planned } from '@/lib/activities';
import { namedDate } from '@/lib/dates';
import { changedDays, codesOf } from './days';
import classes from './My.module.css';

interface ChangedProps {
  notices: readonly MyNotice[];
  zone: string;
  seen: () => void;
  isSaying: boolean;
  error: Error | null;
}

/** More would push one's own week out of sight. */
const few = 3;

/** What changed since one last said that one has seen it, day by day. */
export function Changed({ notices, zone, seen, isSaying, error }: ChangedProps) {
  const days = changedDays(notices);
  const [showsAll, setShowsAll] = useState(false);
  if (notices.length === 0) {
    return null;
  }
  const codes = codesOf(notices.flatMap(({ activities }) => activities));
  const title = days.length === 1 ? '1 day has changed' : `${days.length} days have changed`;
  return (
    <Panel title={title} note="Since you last said that you have seen it.">
      <ul className={classes.changes}>
        {(showsAll || days.length <= few + 1 ? days : days.slice(0, few)).map(({ day, before, after, isShort, by: [last, ...others] }) => {
          const window = windowOf([before ?? [], after]);
          const version = (name: string, activities: readonly Planned[]) => (
            <div>
              <dt>{name}</dt>
              <dd>
                <DayStrip activities={activities} codes={codes} zone={zone} window={window} />
                {wordsOf(activities, codes, zone)}
              </dd>
            </div>
          );
          return (
            <li key={day} className={rows.row}>
              <Group gap="xs">
                <Text size="sm" fw={600}>{namedDate(day)}</Text>
                {before === null && <Tag kind="plain">new</Tag>}
                {isShort && <Tag kind="wait">at short notice</Tag>}
              </Group>
              <dl className={rows.versions}>
                {before && version('Was', before)}
                {version('Is', after)}
              </dl>
              {last && (
                <Text size="xs" c="dimmed" mt={4}>
                  {last.author}, <Instant at={last.at} />{last.note && `: ${last.note}`}{others.length > 0 && ` (changed ${others.length + 1} times)`}
                </Text>
              )}
            </li>
          );
        })}
      </ul>
      {!showsAll && days.length > few + 1 && (
        <Button fullWidth variant="default" mb="sm" onClick={() => setShowsAll(true)}>Show the other {days.length - few} days</Button>
      )}
      <MutationProblem error={error} />
      <Button fullWidth size="md" leftSection={<IconCheck size={18} aria-hidden />} loading={isSaying} onClick={seen}>I have seen it</Button>
    </Panel>
  );
}
