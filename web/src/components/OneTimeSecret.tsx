import { Alert, Code, Group, Stack, Text } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { CopyButton } from './CopyButton';

interface OneTimeSecretProps {
  /** What is shown, in small letters: "first password". */
  what: string;
  secret: string;
  advice: string;
}

/** A secret that the server tells once and never again. */
export function OneTimeSecret({ what, secret, advice }: OneTimeSecretProps) {
  return (
    <Alert color="yellow" icon={<IconKey aria-hidden />} title={`The ${what}, shown only now`}>
      <Stack gap="xs">
        <Group gap="xs">
          <Code fz="md" data-testid="secret">{secret}</Code>
          <CopyButton text={secret} what={`the ${what}`} />
        </Group>
        <Text size="sm">{advice}</Text>
      </Stack>
    </Alert>
  );
}
