import { Stack } from '@mantine/core';
import type { ClientWithSecret } from '@/api/types';
import { Facts } from '@/components/Facts';
import { OneTimeSecret } from '@/components/OneTimeSecret';
import { CopyButton } from '@/components/CopyButton';

export function ClientSecret({ made }: { made: ClientWithSecret }) {
  return (
    <Stack gap="sm">
      <Facts
        facts={[
          ['Client id', <code key="id">{made.client.client_id}</code>],
          ['', <CopyButton key="copy" text={made.client.client_id} what="the client id" />],
        ]}
      />
      <OneTimeSecret
        what="client secret"
        secret={made.client_secret}
        advice={`Store it with ${made.client.name}. Muster keeps only a hash; if it is lost, rotate it.`}
      />
    </Stack>
  );
}
