import { describe } from 'vitest';
import { itDrawsEveryState } from '@/testing';
import type { NodeRole } from '@/api/types';
import { RolesView } from './RolesView';

const daemon: NodeRole = {
  name: 'daemon', sentence: 'Sends notifications.', needs: [], placement: 'by lease', state: 'running', detail: 'epoch 3',
};

describe('RolesView', () => {
  itDrawsEveryState({
    view: (loaded) => <RolesView roles={loaded} />,
    permission: 'system:view',
    empty: { data: [], shows: /no roles/ },
    full: {
      data: [daemon],
      shows: 'daemon',
    },
  });
});
