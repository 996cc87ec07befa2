import { Button, Group, Loader, Stack, Text } from '@mantine/core';
import { IconArrowBackUp, IconEye, IconHistory } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { Loaded, Pages } from '@/api/loaded';
import type { Restore } from '@/api/publishing';
import type { Revision } from '@/api/types';
import { ConfirmButton } from '@/components/ConfirmButton';
import rows from '@/components/Days.module.css';
import { Instant } from '@/components/Instant';
import { LoadMore } from '@/components/LoadMore';
import { MutationProblem } from '@/components/MutationProblem';
import { Notice } from '@/components/Notice';
import { Show } from '@/components/Show';
import { Tag, type TagKind } from '@/components/Tag';
import { ConflictResolver } from './ConflictResolver';
import { Progress } from './Progress';
import { Receipt } from './Receipt';
import type { UnitLook } from './useUnitLook';
import type { Making } from './usePublishing';
import { conflictKey, daysWord, peopleWord, restoreChoices, settledOf, settledWith, type Choices } from './words';

export interface RevisionsViewProps {
  revisions: Loaded<Pages<Revision>>;
  look: UnitLook;
  making: Making<Restore>;
  mayPublish: boolean;
  /** Shows the schedule as it was with a version. */
  onLook: (version: number) => void;
  /** What the agents were told of a version. */
  notices: (version: number) => ReactNode;
}

const kinds: Record<Revision['kind'], { kind: TagKind; word: string }> = {
  publish: { kind: 'good', word: 'published' }, edit: { kind: 'own', word: 'changed at once' }, restore: { kind: 'wait', word: 'put back' },
};

/** Every version of a unit's schedule, the latest first: what it was, who knows of it, and the way back. */
export function RevisionsView({ revisions, look, making, mayPublish, onLook, notices }: RevisionsViewProps) {
  const [wish, setWish] = useState<Restore>();
  const start = (next: Restore) => {
    setWish(next);
    making.start(next);
  };
  return (
    <Stack gap="md">
      {making.isPending && !making.published && (
        <>
          <Group role="status" gap="sm"><Loader size="xs" aria-hidden /><Text size="sm">Putting back, then waiting for every node</Text></Group>
          <Progress progress={making.progress} />
        </>
      )}
      {making.published && <Receipt published={making.published} askAgain={making.askAgain} isAsking={making.isPending} />}
      <MutationProblem error={making.error} />
      {wish && making.conflicts.length > 0 && <InTheWay look={look} making={making} wish={wish} start={start} />}
      <Show loaded={revisions} what="versions">
        {(pages) => (pages.items.length === 0
          ? <Notice icon={IconHistory} title="Nothing published yet">Each publish of {look.name} is a version that stays here, and can be taken back.</Notice>
          : (
            <div>
              <ul className={rows.rows} aria-label={`Versions of ${look.name}`}>
                {pages.items.map((revision, index) => (
                  <li key={revision.version} className={rows.row}>
                    <Version
                      revision={revision}
                      isLatest={index === 0}
                      mayPublish={mayPublish}
                      onLook={onLook}
                      onRestore={(to) => start({ version: revision.version, request: { to, force_publish: false, note: '' }, settled: [] })}
                      notices={notices}
                    />
                  </li>
                ))}
              </ul>
              <LoadMore pages={pages} what="versions" />
            </div>
          ))}
      </Show>
    </Stack>
  );
}

interface VersionProps {
  revision: Revision;
  isLatest: boolean;
  mayPublish: boolean;
  onLook: (version: number) => void;
  onRestore: (to: 'before' | 'as_at') => void;
  notices: (version: number) => ReactNode;
}

function Version({ revision: { version, kind, author, at, note, agents, agent_days }, isLatest, mayPublish, onLook, onRestore, notices }: VersionProps) {
  const [isOpen, setOpen] = useState(false);
  const what = `${daysWord(agent_days)} of ${peopleWord(agents)}`;
  return (
    <Stack gap={6}>
      <Group gap="xs">
        <Text size="sm" fw={600}>Version {version}</Text>
        <Tag kind={kinds[kind].kind}>{kinds[kind].word}</Tag>
        <Text size="sm" c="dimmed">{author}, <Instant at={at} /></Text>
      </Group>
      <Text size="sm">{what}{note && `: ${note}`}</Text>
      <Group gap="xs">
        <Button size="xs" variant="default" leftSection={<IconEye size={14} aria-hidden />} aria-label={`As it was with version ${version}`} onClick={() => onLook(version)}>As it was</Button>
        {mayPublish && (
          <>
            <ConfirmButton
              leftSection={<IconArrowBackUp size={14} aria-hidden />}
              aria-label={`Take back version ${version}`}
              question={`The ${what} of version ${version} become as they were before. What others published on them since stands in the way, and is asked about.`}
              onConfirm={() => onRestore('before')}
            >
              Take back
            </ConfirmButton>
            {!isLatest && (
              <ConfirmButton
                aria-label={`Go back to this version, ${version}`}
                question={`All of the unit becomes as it was with version ${version}. Whatever was published since is taken back; it stays in this list.`}
                onConfirm={() => onRestore('as_at')}
              >
                Go back to this version
              </ConfirmButton>
            )}
          </>
        )}
        <Button size="xs" variant="subtle" aria-expanded={isOpen} aria-label={`Who was told of version ${version}`} onClick={() => setOpen(!isOpen)}>Who was told</Button>
      </Group>
      {isOpen && notices(version)}
    </Stack>
  );
}

interface InTheWayProps {
  look: UnitLook;
  making: Making<Restore>;
  wish: Restore;
  start: (wish: Restore) => void;
}

/** Days that others have published since: each is put back all the same, or left. */
function InTheWay({ look, making, wish, start }: InTheWayProps) {
  const [choices, setChoices] = useState<Choices>(new Map());
  const isSettled = making.conflicts.every((conflict) => choices.has(conflictKey(conflict)));
  return (
    <Stack gap="xs">
      <ConflictResolver conflicts={making.conflicts} look={look} choices={choices} onChoose={setChoices} words={restoreChoices} mine="As it was" isTried total={making.conflictCount} />
      <Group justify="flex-end">
        <Button variant="default" onClick={making.reset}>Not now</Button>
        <Button disabled={!isSettled} onClick={() => start({ ...wish, settled: settledWith(wish.settled, settledOf(making.conflicts, choices)) })}>
          Put back version {wish.version}
        </Button>
      </Group>
    </Stack>
  );
}
