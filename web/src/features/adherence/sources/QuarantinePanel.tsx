import { Group, NativeSelect, Stack, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { deleteLines, quarantineQuery, replayLines, type LineFilter, type LinesMeant } from '@/api/eventSources';
import { usePermittedPages } from '@/api/loaded';
import type { EventSource } from '@/api/types';
import { useIntent } from '@/api/useIntent';
import { ConfirmButton } from '@/components/ConfirmButton';
import { MutationProblem } from '@/components/MutationProblem';
import { NeedsPermission } from '@/components/NeedsPermission';
import { Notice } from '@/components/Notice';
import { Panel } from '@/components/Panel';
import { Show } from '@/components/Show';
import { formatNumber } from '@/lib/format';
import { LineDrawer } from './LineDrawer';
import { QuarantineTable } from './QuarantineTable';
import { heldLines, isKind, isReplayable, kindNames, kinds, linesWord, replayedSentence } from './sentences';
import classes from './Sources.module.css';

interface QuarantinePanelProps {
  sources: readonly EventSource[];
  filter: LineFilter;
  /** The id of the line that is open. */
  line: string | undefined;
  mayEdit: boolean;
  onFilter: (filter: LineFilter) => void;
  onLine: (line: string | undefined) => void;
  onChanged: () => void;
}

/** Lines that could not be used: why, and the ways to mend them. */
export function QuarantinePanel({ sources, filter, line, mayEdit, onFilter, onLine, onChanged }: QuarantinePanelProps) {
  const lines = usePermittedPages('events:view', quarantineQuery(filter));
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [result, setResult] = useState('');
  const done = (sentence: string) => {
    setResult(sentence);
    setChosen(new Set());
    onChanged();
  };
  const replay = useIntent(replayLines, (replayed) => done(replayedSentence(replayed)));
  const remove = useMutation({ mutationFn: deleteLines, onSuccess: ({ deleted }) => done(`${linesWord(deleted)} deleted.`) });
  const held = heldLines(sources, filter.source, filter.kind);
  const names = new Map(sources.map(({ id, name }) => [id, name]));
  const acts = { mayEdit, isBusy: replay.isPending || remove.isPending, replay: replay.mutate, remove: remove.mutate };
  return (
    <Panel title="Quarantine" note="Lines that could not be used, each once. The good lines beside them went in; nothing is replayed by itself.">
      <Stack gap="sm">
        <Filters sources={sources} filter={filter} onFilter={onFilter} />
        <MutationProblem error={replay.error ?? remove.error} />
        <Acts {...acts} filter={filter} chosen={[...chosen]} held={held} result={result} />
        <Show loaded={lines} what="lines">
          {(pages) => (pages.items.length === 0
            ? <Notice icon={IconCircleCheck} title="Nothing in quarantine">{filter.source || filter.kind ? 'Of that source and kind every line could be used. Show all to see the others.' : 'Every line that came could be used.'}</Notice>
            : <QuarantineTable pages={pages} nameOf={(id) => names.get(id) ?? 'a removed source'} chosen={chosen} onChoose={setChosen} onOpen={(id) => onLine(String(id))} />)}
        </Show>
      </Stack>
      {line && (
        <LineDrawer
          line={line}
          nameOf={(id) => names.get(id)}
          {...acts}
          close={() => onLine(undefined)}
        />
      )}
    </Panel>
  );
}

function Filters({ sources, filter, onFilter }: Pick<QuarantinePanelProps, 'sources' | 'filter' | 'onFilter'>) {
  const counted = (name: string, held: number) => `${name} (${formatNumber(held)})`;
  const shown = kinds.filter((kind) => kind === filter.kind || heldLines(sources, filter.source, kind) > 0);
  return (
    <Group gap="sm" role="search" aria-label="Lines in quarantine">
      <NativeSelect
        aria-label="Source"
        value={filter.source ?? ''}
        data={[
          { value: '', label: counted('All sources', heldLines(sources, undefined, filter.kind)) },
          ...sources.map(({ id, name }) => ({ value: id, label: counted(name, heldLines(sources, id, filter.kind)) })),
        ]}
        onChange={({ currentTarget: { value } }) => onFilter({ ...filter, source: value || undefined })}
      />
      <NativeSelect
        aria-label="Reason"
        value={filter.kind ?? ''}
        data={[
          { value: '', label: counted('All reasons', heldLines(sources, filter.source)) },
          ...shown.map((kind) => ({ value: kind, label: counted(kindNames[kind], heldLines(sources, filter.source, kind)) })),
        ]}
        onChange={({ currentTarget: { value } }) => onFilter({ ...filter, kind: isKind(value) ? value : undefined })}
      />
    </Group>
  );
}

/** What may be done with lines of the quarantine. */
export interface LineActs {
  mayEdit: boolean;
  isBusy: boolean;
  replay: (meant: LinesMeant) => void;
  remove: (meant: LinesMeant) => void;
}

interface ActsProps extends LineActs {
  filter: LineFilter;
  chosen: number[];
  held: number;
  result: string;
}

/** With those that are chosen; with none, with all that the filter lets through. */
function Acts({ filter, chosen, held, result, mayEdit, isBusy, replay, remove }: ActsProps) {
  const isSome = chosen.length > 0;
  const meant = isSome ? { lines: chosen } : filter;
  const what = isSome ? `${formatNumber(chosen.length)} chosen` : `all ${formatNumber(held)}`;
  const isFiltered = isSome || filter.source !== undefined || filter.kind !== undefined;
  const isOff = !mayEdit || held === 0;
  return (
    <div className={classes.acts}>
      <NeedsPermission permission="events:edit" granted={mayEdit}>
        <Group gap="xs">
          <ConfirmButton
            loading={isBusy}
            disabled={isOff || !isReplayable(filter.kind)}
            question={`${isSome ? linesWord(chosen.length) : linesWord(held)} are sent through again. What can be used now goes in and leaves the quarantine; the rest stays.`}
            onConfirm={() => replay(meant)}
          >
            {`Replay ${what}`}
          </ConfirmButton>
          <ConfirmButton
            loading={isBusy}
            disabled={isOff || !isFiltered}
            question={`${isSome ? linesWord(chosen.length) : linesWord(held)} are gone for good, and with them what they say of agents.`}
            onConfirm={() => remove(meant)}
          >
            {`Delete ${what}`}
          </ConfirmButton>
        </Group>
      </NeedsPermission>
      <Text size="sm" role="status" fw={600}>{result}</Text>
      {held > 0 && !isFiltered && <Text size="sm" c="dimmed">To delete, choose lines, a source or a reason first.</Text>}
      {!isReplayable(filter.kind) && <Text size="sm" c="dimmed">Of these only a part, or a likeness, is kept: the source has to send them again.</Text>}
    </div>
  );
}
