import { Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { notifications } from '@mantine/notifications';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { clientsQuery } from '@/api/clients';
import { usePermittedPages } from '@/api/loaded';
import { toProblem } from '@/api/problem';
import { useMay } from '@/api/session';
import { revokeToken, tokensQuery } from '@/api/tokens';
import type { Token } from '@/api/types';
import { told } from '@/components/told';
import { useAddress } from '@/components/useAddress';
import { ClientsView } from './ClientsView';
import { TokensView } from './TokensView';

const NewClient = lazy(() => import('./NewClient').then((module) => ({ default: module.NewClient })));
const ClientDrawer = lazy(() => import('./ClientDrawer').then((module) => ({ default: module.ClientDrawer })));
const route = getRouteApi('/framed/system/tokens');

export function TokensPage() {
  const { client } = route.useSearch();
  const clients = usePermittedPages('clients:view', clientsQuery);
  const tokens = usePermittedPages('clients:view', tokensQuery);
  const mayEdit = useMay('clients:edit');
  const address = useAddress();
  const revoke = useRevoke();
  const close = () => address({ client: undefined }, 'push');
  return (
    <Stack gap="md">
      <ClientsView clients={clients} mayEdit={mayEdit} onOpen={(id) => address({ client: id }, 'push')} />
      {clients.state !== 'forbidden' && <TokensView tokens={tokens} mayEdit={mayEdit} revoke={revoke} />}
      <Suspense>
        {client === 'new' && mayEdit && <NewClient close={close} />}
        {client !== undefined && client !== 'new' && (
          <ClientDrawer key={client} id={client} clients={clients} mayEdit={mayEdit} close={close} />
        )}
      </Suspense>
    </Stack>
  );
}

function useRevoke(): (token: Token) => void {
  const queries = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: (token: Token) => revokeToken(token.id),
    onSuccess: (_, token) => {
      void queries.invalidateQueries(tokensQuery);
      told(`The token of ${token.client_name} is revoked`);
    },
    onError: (error) => {
      notifications.show({ color: 'red', title: 'The token still works', message: toProblem(error).message, autoClose: false });
    },
  });
  return mutate;
}
