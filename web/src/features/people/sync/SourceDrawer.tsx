import { Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { changeSource, removeSource, syncKey, type FollowedSource } from '@/api/synchronization';
import type { SourceFields } from '@/api/types';
import { ConfirmButton } from '@/components/ConfirmButton';
import { Panel } from '@/components/Panel';
import { SidePanel } from '@/components/SidePanel';
import { told } from '@/components/told';
import { Runs } from './Runs';
import { SourceForm } from './SourceForm';

interface SourceDrawerProps {
  followed: FollowedSource | undefined;
  mayEdit: boolean;
  close: () => void;
}

/** One source, open over the list. */
export function SourceDrawer({ followed, mayEdit, close }: SourceDrawerProps) {
  return (
    <SidePanel title={followed?.source.name ?? 'Source'} close={close}>
      {followed ? <SourceEditor {...followed} mayEdit={mayEdit} close={close} /> : <Text size="sm">There is no such source.</Text>}
    </SidePanel>
  );
}

function SourceEditor({ source, runs, mayEdit, close }: FollowedSource & { mayEdit: boolean; close: () => void }) {
  const queries = useQueryClient();
  const look = () => queries.invalidateQueries({ queryKey: syncKey });
  const change = useMutation({
    mutationFn: (body: SourceFields) => changeSource(source, body),
    onSuccess: (changed) => {
      told(`${changed.name} is saved`);
      return look();
    },
  });
  const remove = useMutation({
    mutationFn: () => removeSource(source),
    onSuccess: () => {
      told(`${source.name} is forgotten`);
      close();
      return look();
    },
  });
  return (
    <Stack gap="md">
      <Runs source={source} runs={runs} mayEdit={mayEdit} onAsked={() => void look()} />
      <Panel
        title="How it is followed"
        action={mayEdit && (
          <ConfirmButton loading={remove.isPending} question={`${source.name} is followed no more. Its people stay as they are.`} onConfirm={() => remove.mutate()}>
            Forget
          </ConfirmButton>
        )}
      >
        <SourceForm
          key={source.version}
          source={source}
          readOnly={!mayEdit}
          busy={change.isPending}
          error={change.error ?? remove.error}
          save={(body, onError) => change.mutate(body, { onError })}
          reload={() => {
            change.reset();
            remove.reset();
            void look();
          }}
        />
      </Panel>
    </Stack>
  );
}
