import { Button, Group, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { readRuleVersion, ruleHistoryQuery } from '@/api/adherenceRules';
import { usePermittedPages, type Loaded, type Pages } from '@/api/loaded';
import type { RuleChange, RuleVersion } from '@/api/types';
import { Instant } from '@/components/Instant';
import { LoadMore } from '@/components/LoadMore';
import { MutationProblem } from '@/components/MutationProblem';
import { Notice } from '@/components/Notice';
import { Show } from '@/components/Show';
import { SidePanel } from '@/components/SidePanel';
import { formatNumber } from '@/lib/format';
import classes from './Rules.module.css';
import { sinceWord } from './sentences';

interface HistoryDrawerProps {
  unit: string;
  close: () => void;
  /** Changes are there that are not saved: opening others would throw them away. */
  isDirty: boolean;
  /** Opens the rules as a change set them. */
  onLook: (version: RuleVersion) => void;
}

/** Every change of the rules, the newest first, and the way back to each. */
export function HistoryDrawer({ unit, close, isDirty, onLook }: HistoryDrawerProps) {
  const pages = usePermittedPages('adherence:view', ruleHistoryQuery(unit));
  const look = useMutation({ mutationFn: (version: number) => readRuleVersion(unit, version), onSuccess: onLook });
  return (
    <SidePanel title="History of the rules" close={close}>
      <MutationProblem error={look.error} />
      <HistoryView pages={pages} busy={look.isPending ? look.variables : undefined} isDirty={isDirty} onLook={look.mutate} />
    </SidePanel>
  );
}

interface HistoryViewProps {
  pages: Loaded<Pages<RuleChange>>;
  /** The version that is being opened. */
  busy?: number;
  isDirty: boolean;
  onLook: (version: number) => void;
}

const many = (count: number, one: string): string => `${formatNumber(count)} ${one}${count === 1 ? '' : 's'}`;

export function HistoryView({ pages, busy, isDirty, onLook }: HistoryViewProps) {
  return (
    <Show loaded={pages} what="history">
      {(data) => (data.items.length === 0
        ? <Notice icon={IconHistory} title="Nothing was changed yet">Every change of the rules stays here, with what it set.</Notice>
        : (
          <>
            {isDirty && <Text size="sm" mb="sm" role="note">Save or discard what is changed before another version is opened.</Text>}
            <ul className={classes.rows} aria-label="Changes of the rules">
              {data.items.map((change) => (
                <li key={change.version} className={classes.row}>
                  <Group justify="space-between" wrap="nowrap" align="flex-start">
                    <div>
                      <Text size="sm" fw={600}>Version {change.version}: rules {sinceWord(change.from)} {change.is_removal ? 'removed' : 'set'}</Text>
                      <Text size="sm" c="dimmed">
                        {change.author}, <Instant at={change.at} />{!change.is_removal && `, ${many(change.mapping_count, 'mapping')}, ${many(change.terms_count, 'threshold')}`}
                      </Text>
                    </div>
                    {!change.is_removal && (
                      <Button flex="none" size="xs" variant="default" loading={busy === change.version} disabled={isDirty} aria-label={`Open version ${change.version}`} onClick={() => onLook(change.version)}>Open</Button>
                    )}
                  </Group>
                </li>
              ))}
            </ul>
            <LoadMore pages={data} what="changes" />
          </>
        ))}
    </Show>
  );
}
