import { Alert, Group, Stack, Text } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import { usePermitted } from '@/api/loaded';
import { approveRun, runQuery } from '@/api/synchronization';
import type { SyncRun } from '@/api/types';
import { useIntent } from '@/api/useIntent';
import { ConfirmButton } from '@/components/ConfirmButton';
import { MutationProblem } from '@/components/MutationProblem';
import { NeedsPermission } from '@/components/NeedsPermission';
import { told } from '@/components/told';
import { formatNumber } from '@/lib/format';
import { Findings } from './Findings';

interface HeldRunProps {
  run: SyncRun;
  source: string;
  mayEdit: boolean;
  onApproved: () => void;
}

/** A run that stopped and asks, because it would end more than anybody expects: whom, and the way to say yes. */
export function HeldRun({ run, source, mayEdit, onApproved }: HeldRunProps) {
  const detail = usePermitted('synchronization:view', runQuery(run.id, run.state));
  const approve = useIntent(approveRun, () => {
    told(`The run of ${source} goes on`);
    onApproved();
  });
  const many = `${formatNumber(run.ended)} ${run.ended === 1 ? 'person' : 'people'}`;
  return (
    <section aria-label={`A run of ${source} is held`}>
    <Alert color="yellow" icon={<IconHandStop aria-hidden />} title={`A run of ${source} is held`}>
      <Stack gap="sm">
        <Text size="sm">{run.sentence || `It would end ${many}. Nothing of that is done yet.`}</Text>
        <Findings detail={detail} only={['ended', 'gone']} label="Who would end" />
        <MutationProblem error={approve.error} />
        <Group>
          <NeedsPermission permission="synchronization:edit" granted={mayEdit}>
            <ConfirmButton
              loading={approve.isPending}
              disabled={!mayEdit}
              question={`The employment of ${many} ends. Their schedules are no longer kept up.`}
              onConfirm={() => approve.mutate(run.id)}
            >
              Approve
            </ConfirmButton>
          </NeedsPermission>
          <Text size="sm" c="dimmed">If this is wrong, mend the source: the next run looks again.</Text>
        </Group>
      </Stack>
    </Alert>
    </section>
  );
}
