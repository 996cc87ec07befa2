import { Stack, Text } from '@mantine/core';
import { Dialog } from '@/components/Dialog';
import { meaningWord } from './draft';
import { SourceForm } from './NoMappings';
import classes from './Rules.module.css';
import { usualStates } from './usual';

interface UsualDialogProps {
  sources: readonly string[];
  close: () => void;
  onUse: (source: string) => void;
}

/** Mappings of the states that most telephone systems have. */
export function UsualDialog({ sources, close, onUse }: UsualDialogProps) {
  return (
    <Dialog title="Usual states of a source" close={close}>
      <Stack gap="sm">
        <Text size="sm">These are added, or take the place of mappings of the same states. Nothing is saved yet.</Text>
        <ul className={classes.list}>
          {usualStates('').map(({ state, counts_as }) => <li key={state}><code>{state}</code> counts as {meaningWord[counts_as]}</li>)}
        </ul>
        <SourceForm
          sources={sources}
          onUse={(source) => {
            onUse(source);
            close();
          }}
        />
      </Stack>
    </Dialog>
  );
}
