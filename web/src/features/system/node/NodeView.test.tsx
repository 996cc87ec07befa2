import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { NodeView as Node } from '@/api/types';
import { draw, itDrawsEveryState } from '@/testing';
import { NodeView } from './NodeView';

const node: Node = {
  name: 'north-1', build: '0.1.0', started_at: '2026-01-01T00:00:00Z', process_id: 42, machine: 'm1', roles: ['server'],
  urls: ['http://127.0.0.1:8080'], uptime_seconds: 3_725, memory_bytes: 1_048_576,
  health: {
    status: 'not ready',
    checks: [{ name: 'database', ok: true, sentence: 'It answers.' }, { name: 'disk', ok: false, sentence: 'The disk is full.' }],
  },
  database: { kind: 'built-in PostgreSQL', version: '18.1', schema_version: 7, size_bytes: 2_097_152 },
};

describe('NodeView', () => {
  itDrawsEveryState({ view: (loaded) => <NodeView node={loaded} />, permission: 'system:view', full: { data: node, shows: 'north-1' } });

  it('puts the failed check first and says so in words', () => {
    draw(<NodeView node={{ state: 'full', data: node }} />);
    const [first] = screen.getAllByRole('listitem');
    expect(first).toHaveTextContent('The disk is full.');
    expect(screen.getByRole('img', { name: 'fails' })).toBeInTheDocument();
    expect(screen.getByText('1 h 2 min')).toBeInTheDocument();
  });
});
