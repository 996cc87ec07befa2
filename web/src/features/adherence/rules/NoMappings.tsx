import { Button, Group, TextInput } from '@mantine/core';
import { IconArrowsRightLeft } from '@tabler/icons-react';
import { useState } from 'react';
import { Notice } from '@/components/Notice';

interface NoMappingsProps {
  readOnly: boolean;
  sources: readonly string[];
  onUse: (source: string) => void;
}

/** Nothing is mapped: what that means, and what to do first. */
export function NoMappings({ readOnly, sources, onUse }: NoMappingsProps) {
  return (
    <Notice
      icon={IconArrowsRightLeft}
      title="No state is mapped yet"
      action={!readOnly && <SourceForm sources={sources} onUse={onUse} />}
    >
      A telephone system tells states by names of its own. Until a mapping says what a state counts as, agents in it are unknown.
      {!readOnly && ' Begin with the states that most systems have, then change them to the names of yours.'}
    </Notice>
  );
}

interface SourceFormProps {
  sources: readonly string[];
  onUse: (source: string) => void;
}

/** Asks of which source the usual states are. */
export function SourceForm({ sources, onUse }: SourceFormProps) {
  const [source, setSource] = useState(sources[0] ?? '');
  const [error, setError] = useState<string>();
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (source.trim() === '') {
          setError('Write the name under which the source sends its events.');
          return;
        }
        onUse(source);
      }}
    >
      <Group gap="xs" align="flex-end">
        <TextInput
          label="Source"
          description="The name under which its events come."
          list="rule-sources"
          autoComplete="off"
          data-autofocus
          maxLength={200}
          value={source}
          error={error}
          onChange={({ currentTarget: { value } }) => {
            setSource(value);
            setError(undefined);
          }}
        />
        <Button type="submit">Map the usual states</Button>
      </Group>
    </form>
  );
}
