import { Button, Group, Stack, Text } from '@mantine/core';
import { usePermitted } from '@/api/loaded';
import { dayVersionsQuery } from '@/api/schedules';
import { Instant } from '@/components/Instant';
import { Show } from '@/components/Show';
import type { UnitClock } from '../model/clock';
import { toActivity, type Activity, type Codes } from '../model/rows';
import { dayWords } from '../model/words';

interface DayVersionsProps {
  clock: UnitClock;
  codes: Codes;
  agent: string;
  day: number;
  mayEdit: boolean;
  onTake: (content: Activity[]) => void;
}

/** All that a published day ever was; any of it can be taken again. */
export function DayVersions({ clock, codes, agent, day, mayEdit, onTake }: DayVersionsProps) {
  const loaded = usePermitted('schedule:view', dayVersionsQuery(agent, clock.dateOf(day)));
  return (
    <Show loaded={loaded} what="versions of the day">
      {(versions) => (versions.length === 0
        ? <Text size="sm" c="dimmed">Never published.</Text>
        : (
          <Stack gap="xs">
            {versions.map(({ version, author, at, activities }) => {
              const content = activities.map((one) => toActivity(clock, codes, day, one));
              return (
                <Group key={version} justify="space-between" wrap="nowrap" align="flex-start">
                  <div>
                    <Text size="sm">{dayWords(clock, codes, content)}</Text>
                    <Text size="xs" c="dimmed">Version {version}, {author}, <Instant at={at} /></Text>
                  </div>
                  {mayEdit && <Button size="compact-xs" variant="default" flex="none" aria-label={`Take version ${version} again`} onClick={() => onTake(content)}>Take again</Button>}
                </Group>
              );
            })}
          </Stack>
        ))}
    </Show>
  );
}
