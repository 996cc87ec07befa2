import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import type { ImportedHistory } from '@/api/types';
import { draw } from '@/testing';
import { ImportPanel } from './ImportPanel';

const shown: ImportedHistory = {
  separator: ',', columns: { timestamp: ['start'], volume: ['calls'] }, others: [], minutes: 30, intervals: 2, queues: ['loans'], offered: 100,
  first: '2026-01-05T08:00:00Z', last: '2026-01-05T08:30:00Z', rejected_rows: 1,
  rejected: [{ line: 4, field: 'calls', value: '-3', reason: 'is below 0.' }], remarks: ['Times have no offset.'], written: null,
};

it('shows a file before it brings it in', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (request: Request) => {
    asked.push(new URL(request.url).searchParams.get('preview') ?? '');
    return Promise.resolve(Response.json(asked.length === 1 ? shown : { ...shown, written: { added: 2, changed: 0, unchanged: 0 } }));
  });
  draw(<ImportPanel unit="u1" />);
  await userEvent.upload(screen.getByLabelText('File of history'), new File(['start,calls'], 'calls.csv', { type: 'text/csv' }));
  await waitFor(() => expect(screen.getByText('Nothing is written yet.')).toBeInTheDocument());
  expect(screen.getByRole('table', { name: 'Rows that cannot be used' })).toHaveTextContent('is below 0.');
  await userEvent.click(screen.getByRole('button', { name: 'Bring in 2 intervals' }));
  await waitFor(() => expect(screen.getByText('2 added, 0 changed, 0 as they were.')).toBeInTheDocument());
  expect(asked).toEqual(['true', 'false']);
});
