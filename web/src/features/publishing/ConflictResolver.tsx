import { Alert, Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useState } from 'react';
import type { DayConflict } from '@/api/types';
import rows from '@/components/Days.module.css';
import { Instant } from '@/components/Instant';
import { namedDate } from '@/lib/dates';
import { formatNumber } from '@/lib/format';
import { DayVersions } from './DayVersions';
import type { UnitLook } from './useUnitLook';
import { conflictKey, dayKey, daysWord, personName, publishChoices, type Choices, type ChoiceWords } from './words';

interface ConflictResolverProps {
  conflicts: readonly DayConflict[];
  look: UnitLook;
  choices: Choices;
  onChoose: (choices: Choices) => void;
  words?: ChoiceWords;
  /** What the other side of the conflict is called. */
  mine?: string;
  /** A publish has met them; else they are foreseen. */
  isTried: boolean;
  /** How many there are, also where not all of them are here. */
  total: number;
  /** Where the rest is read from here; else it is met when these are settled. */
  more?: { load: () => void; loading: boolean };
}

const shownAtOnce = 50;
/** So many come at once. */
const pageSize = 1_000;
const open = '';

/** Days that were changed in two places: each as it is here and there, who did it, and what is to count. */
export function ConflictResolver({ conflicts, look, choices, onChoose, words = publishChoices, mine = 'The draft’s', isTried, total, more }: ConflictResolverProps) {
  const [shown, setShown] = useState(shownAtOnce);
  const may = (conflict: DayConflict) => words.filter(({ choice }) => conflict.choices.includes(choice));
  const left = conflicts.filter((conflict) => !choices.has(conflictKey(conflict))).length;
  const choose = (some: readonly DayConflict[], choice: string) => {
    const next = new Map(choices);
    for (const conflict of some) {
      const chosen = may(conflict).find((one) => one.choice === choice);
      if (chosen) {
        next.set(conflictKey(conflict), chosen.choice);
      } else if (choice === open) {
        next.delete(conflictKey(conflict));
      }
    }
    onChoose(next);
  };
  return (
    <section aria-label="Conflicts">
      <Alert role="alert" color="yellow" icon={<IconArrowsSplit2 aria-hidden />} title={`${daysWord(total)} changed in two places`}>
        <Stack gap="xs">
          <Text size="sm">
            {isTried ? 'Nothing was published. ' : ''}Say for each day what is to count.
            {total > conflicts.length && ` Here are the first ${formatNumber(conflicts.length)} of ${formatNumber(total)}; the others follow when these are settled.`}
          </Text>
          <Group gap="xs">
            {words.map(({ choice, for: all }) => (
              <Button key={choice} size="xs" variant="default" onClick={() => choose(conflicts, choice)}>{all}</Button>
            ))}
          </Group>
        </Stack>
      </Alert>
      <Text size="sm" c="dimmed" role="status" my="xs">{left === 0 ? 'All are settled.' : `${formatNumber(left)} still to be settled.`}</Text>
      <ul className={rows.rows}>
        {conflicts.slice(0, shown).map((conflict) => {
          const who = `${personName(conflict.agent_name)}, ${namedDate(conflict.day)}`;
          return (
            <li key={dayKey(conflict)} className={rows.row}>
              <Group justify="space-between" align="flex-start" gap="sm">
                <div>
                  <Text size="sm" fw={600}>{who}</Text>
                  <Text size="sm" c="dimmed">
                    {conflict.reason}
                    {conflict.changed_by && <> Published by {conflict.changed_by}, <Instant at={conflict.changed_at} />.</>}
                  </Text>
                </div>
                <NativeSelect
                  size="xs"
                  aria-label={`What counts: ${who}`}
                  data={[{ value: open, label: 'Choose…' }, ...may(conflict).map(({ choice, name }) => ({ value: choice, label: name }))]}
                  value={choices.get(conflictKey(conflict)) ?? open}
                  onChange={({ currentTarget: { value } }) => choose([conflict], value)}
                />
              </Group>
              <DayVersions
                look={look}
                versions={[{ name: mine, activities: conflict.draft }, ...(conflict.version === null ? [] : [{ name: 'Published', activities: conflict.published }])]}
              />
            </li>
          );
        })}
      </ul>
      {more && total > conflicts.length && (
        <Button size="xs" disabled={left > 0} loading={more.loading} onClick={more.load}>
          Go on with the next {formatNumber(Math.min(pageSize, total - conflicts.length))}
        </Button>
      )}
      {conflicts.length > shown && (
        <Button size="xs" variant="default" onClick={() => setShown(shown + shownAtOnce)}>
          Show {formatNumber(Math.min(shownAtOnce, conflicts.length - shown))} more of {formatNumber(conflicts.length - shown)}
        </Button>
      )}
    </section>
  );
}
