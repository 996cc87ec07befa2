import { Alert, Button, Group, Loader, Stack, Switch, Text, Textarea } from '@mantine/core';
import { IconAlertTriangle, IconArrowMerge, IconCircleCheck } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import type { Publish } from '@/api/publishing';
import type { DayConflict, Differences, DraftBreaches, PublishProgress } from '@/api/types';
import rows from '@/components/Days.module.css';
import { MutationProblem } from '@/components/MutationProblem';
import { NeedsPermission } from '@/components/NeedsPermission';
import { Notice } from '@/components/Notice';
import { formatDuration } from '@/lib/format';
import { namedDate } from '@/lib/dates';
import { useNow } from '@/lib/useNow';
import { ConflictResolver } from './ConflictResolver';
import { DayVersions } from './DayVersions';
import classes from './Publishing.module.css';
import { Progress } from './Progress';
import { Receipt } from './Receipt';
import { chosenOf, everything, requestOf } from './selection';
import type { UnitLook } from './useUnitLook';
import type { Making } from './usePublishing';
import { conflictKey, dayKey, daysWord, peopleWord, personName, rulesWord, settledOf, type Choices } from './words';

const ChangesList = lazy(() => import('./ChangesList').then((module) => ({ default: module.ChangesList })));

export interface PublishViewProps {
  draftId: string;
  differences: Differences;
  /** There are conflicts that are not here yet. */
  more?: { load: () => void; loading: boolean };
  /** The rules that the draft breaks; undefined: they are being looked for. */
  /** Unknown: they could not be looked for. */
  breaches: DraftBreaches | 'unknown' | undefined;
  look: UnitLook;
  making: Making<Publish>;
  mayForce: boolean;
  close: () => void;
}

/** What a publish changes for whom, what is in its way, and then its receipt. */
export function PublishView({ draftId, differences, more, breaches, look, making, mayForce, close }: PublishViewProps) {
  const [part, setPart] = useState(everything);
  const [note, setNote] = useState('');
  const [wantsForce, setForced] = useState(false);
  const [choices, setChoices] = useState<Choices>(new Map());
  const chosen = chosenOf(differences.changes, part);
  const days = chosen.reduce((sum, change) => sum + change.days.length, 0);
  const inPart = new Set(chosen.flatMap(({ agent_id, days: own }) => own.map((day) => dayKey({ agent_id, day }))));
  const conflicts = conflictsOf(differences, making.conflicts).filter((conflict) => inPart.has(dayKey(conflict)));
  const isAll = days === differences.agent_days;
  // Of a part it is not known how many follow: a publish says it.
  const following = isAll ? Math.max(0, differences.conflict_count - differences.conflicts.length) : 0;
  const unsettled = following + conflicts.filter((conflict) => !choices.has(conflictKey(conflict))).length;
  const isForced = wantsForce && mayBeForced(conflicts);
  const start = () => {
    making.start({
      draft: draftId,
      request: { ...requestOf(differences.changes, part), note: note.trim(), force_publish: isForced, wait: 'applied' },
      settled: isForced ? [] : settledOf(conflicts, choices),
    });
  };
  if (making.published) {
    return (
      <Stack gap="sm">
        <Receipt published={making.published} askAgain={making.askAgain} isAsking={making.isPending} />
        <Group justify="flex-end"><Button onClick={close}>Done</Button></Group>
      </Stack>
    );
  }
  if (making.isPending) {
    return <Publishing days={days} people={chosen.length} progress={making.progress} />;
  }
  if (differences.agent_days === 0) {
    return (
      <Notice icon={IconCircleCheck} title="Nothing to publish" action={<Button size="xs" onClick={close}>Close</Button>}>
        The draft is as {look.name} is published.
      </Notice>
    );
  }
  const merged = differences.merged.filter((day) => inPart.has(dayKey(day)));
  return (
    <Stack gap="md">
      <Text>{daysWord(days)} of {peopleWord(chosen.length)} in {look.name} change{days === 1 ? 's' : ''}.</Text>
      <Suspense><ChangesList changes={differences.changes} part={part} onPart={setPart} /></Suspense>
      {merged.length > 0 && (
        <details>
          <Text component="summary" size="sm">
            <IconArrowMerge size={14} aria-hidden /> {daysWord(merged.length)} merged with what others have published: both changes count
          </Text>
          <ul className={rows.rows}>
            {merged.slice(0, 100).map((day) => (
              <li key={dayKey(day)} className={rows.row}>
                <Text size="sm" fw={600}>{personName(day.agent_name)}, {namedDate(day.day)}</Text>
                <DayVersions
                  look={look}
                  versions={[
                    { name: 'The draft’s', activities: day.draft },
                    { name: day.changed_by ?? 'Published', activities: day.published },
                    { name: 'Merged', activities: day.merged },
                  ]}
                />
              </li>
            ))}
          </ul>
        </details>
      )}
      <BrokenRules breaches={breaches} />
      {conflicts.length > 0 && !isForced && (
        <ConflictResolver
          conflicts={conflicts} look={look} choices={choices} onChoose={setChoices} isTried={making.conflicts.length > 0} total={conflicts.length + following} more={more}
        />
      )}
      {conflicts.length > 0 && <Force conflicts={conflicts} mayForce={mayForce} isForced={isForced} onForce={setForced} />}
      <Textarea label="Note" description="The history and the agents are told." maxLength={500} rows={2} value={note} onChange={({ currentTarget: { value } }) => setNote(value)} />
      <MutationProblem error={making.error} />
      <Group justify="flex-end" className={classes.foot}>
        <Button variant="default" onClick={close}>Not now</Button>
        <Button color={isForced ? 'red' : undefined} disabled={days === 0 || (unsettled > 0 && !isForced)} onClick={start}>
          {isForced ? `Publish ${daysWord(days)} over what others published` : `Publish ${daysWord(days)} of ${peopleWord(chosen.length)}`}
        </Button>
      </Group>
    </Stack>
  );
}

/** What was foreseen, and what a publish has met: the latter is newer. */
function conflictsOf(differences: Differences, met: readonly DayConflict[]): DayConflict[] {
  const known = new Map(differences.conflicts.map((conflict) => [dayKey(conflict), conflict]));
  met.forEach((conflict) => known.set(dayKey(conflict), conflict));
  return [...known.values()];
}

/** Who has left the unit is in the way of any publish. */
const mayBeForced = (conflicts: readonly DayConflict[]): boolean => conflicts.length > 0 && conflicts.every(({ version }) => version !== null);

/** What the draft breaks is no obstacle, but is to be known before. */
function BrokenRules({ breaches }: Pick<PublishViewProps, 'breaches'>) {
  if (breaches === 'unknown') {
    return <Text size="sm" role="status">Whether the draft breaks rules of work plans could not be looked for.</Text>;
  }
  if (!breaches || breaches.count === 0) {
    return <Text size="sm" c="dimmed" role="status">{breaches ? 'The draft breaks no rule of a work plan.' : 'Looking for rules that the draft breaks…'}</Text>;
  }
  const { count, agents, items } = breaches;
  return (
    <details>
      <Text component="summary" size="sm" c="red">
        <IconAlertTriangle size={14} aria-hidden /> The draft breaks {rulesWord(count)} of work plans, of {peopleWord(agents)}
      </Text>
      <ul className={rows.rows}>
        {items.map(({ agent_id, day, rule, sentence }) => (
          <li key={`${agent_id}${day}${rule}${sentence}`} className={rows.row}>
            <Text size="sm">{sentence} <Text span size="xs" c="dimmed">{namedDate(day)}</Text></Text>
          </li>
        ))}
      </ul>
      {count > items.length && <Text size="sm">And {rulesWord(count - items.length)} more.</Text>}
    </details>
  );
}

interface ForceProps {
  conflicts: readonly DayConflict[];
  mayForce: boolean;
  isForced: boolean;
  onForce: (isForced: boolean) => void;
}

function Force({ conflicts, mayForce, isForced, onForce }: ForceProps) {
  const others = [...new Set(conflicts.map(({ changed_by }) => changed_by).filter(Boolean))];
  if (!mayBeForced(conflicts)) {
    return null;
  }
  return (
    <Stack gap="xs">
      <NeedsPermission permission="schedule:force_publish" granted={mayForce}>
        <Switch label="Publish over the changes of others" disabled={!mayForce} checked={isForced} onChange={({ currentTarget: { checked } }) => onForce(checked)} />
      </NeedsPermission>
      {isForced && (
        <Alert color="red" role="alert" icon={<IconAlertTriangle aria-hidden />} title={`What ${others.join(', ') || 'others'} published is put aside`}>
          {daysWord(conflicts.length)} become as the draft has them. The audit says who did it; the versions that were put aside are kept.
        </Alert>
      )}
    </Stack>
  );
}

/** A long publish says that it goes on. */
function Publishing({ days, people, progress }: { days: number; people: number; progress: PublishProgress | undefined }) {
  const [began] = useState(() => Date.now());
  const now = useNow(1_000);
  return (
    <Stack gap="xs" py="lg">
      <Group role="status" gap="sm">
        <Loader size="sm" aria-hidden />
        <div>
          <Text>Publishing {daysWord(days)} of {peopleWord(people)}, then waiting for every node</Text>
          <Text size="sm" c="dimmed">{formatDuration((now - began) / 1_000)}. Closing this does not stop it: all of it is published, or nothing.</Text>
        </div>
      </Group>
      <Progress progress={progress} />
    </Stack>
  );
}
