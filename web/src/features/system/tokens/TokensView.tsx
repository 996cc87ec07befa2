import { Text } from '@mantine/core';
import { IconTicket } from '@tabler/icons-react';
import type { Loaded, Pages } from '@/api/loaded';
import type { Token } from '@/api/types';
import { ConfirmButton } from '@/components/ConfirmButton';
import { DataTable, type Column } from '@/components/DataTable';
import { Instant } from '@/components/Instant';
import { LoadMore } from '@/components/LoadMore';
import { Notice } from '@/components/Notice';
import { Panel } from '@/components/Panel';
import { Show } from '@/components/Show';
import { Tag } from '@/components/Tag';
import { formatInstant } from '@/lib/format';

interface TokensViewProps {
  tokens: Loaded<Pages<Token>>;
  mayEdit: boolean;
  revoke: (token: Token) => void;
}

type TokenState = 'valid' | 'expired' | 'revoked';

function stateOf(token: Token): TokenState {
  if (token.revoked_at) {
    return 'revoked';
  }
  return new Date(token.expires_at) > new Date() ? 'valid' : 'expired';
}

const columnsOf = (mayEdit: boolean, revoke: (token: Token) => void): Column<Token>[] => [
  { header: 'Client', cell: (token) => <strong>{token.client_name}</strong> },
  {
    header: 'Permissions',
    cell: (token) => token.permissions?.join(', ') ?? <Text span inherit c="dimmed">all of the client</Text>,
  },
  { header: 'State', cell: (token) => <Tag kind={stateOf(token) === 'valid' ? 'good' : 'off'}>{stateOf(token)}</Tag> },
  { header: 'Issued', align: 'right', cell: (token) => <Instant at={token.issued_at} /> },
  { header: 'Expires', align: 'right', cell: (token) => <Instant at={token.expires_at} /> },
  { header: 'Last used', align: 'right', cell: (token) => <Instant at={token.last_used_at} /> },
  {
    header: 'Action',
    align: 'right',
    cell: (token) =>
      stateOf(token) === 'valid' && mayEdit ? (
        <ConfirmButton
          size="compact-xs"
          aria-label={`Revoke the token of ${token.client_name} issued ${formatInstant(token.issued_at)}`}
          question={`${token.client_name} is refused with this token at once. It may still ask for a new one.`}
          onConfirm={() => revoke(token)}
        >
          Revoke
        </ConfirmButton>
      ) : null,
  },
];

export function TokensView({ tokens, mayEdit, revoke }: TokensViewProps) {
  return (
    <Panel title="Access tokens" note="What was issued to API clients, newest first.">
      <Show loaded={tokens} what="access tokens">
        {(pages) =>
          pages.items.length === 0 ? (
            <Notice icon={IconTicket} title="No access tokens yet">
              A client gets one with <code>POST /oauth/token</code>. Each one issued is listed here.
            </Notice>
          ) : (
            <>
              <DataTable label="Access tokens" columns={columnsOf(mayEdit, revoke)} rows={pages.items} rowKey={(token) => token.id} />
              <LoadMore pages={pages} what="tokens" />
            </>
          )
        }
      </Show>
    </Panel>
  );
}
