import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { ImportedHistory } from '@/api/types';
import { draw } from '@/testing';
import { ImportPanel } from './ImportPanel';

const read: ImportedHistory = {
  separator: ',', columns: { timestamp: ['start'], volume: ['calls'] }, others: [], minutes: 30, intervals: 2, queues: ['loans'], offered: 100,
  first: '2026-01-05T08:00:00Z', last: '2026-01-05T08:30:00Z', rejected_rows: 1,
  rejected: [{ line: 4, field: 'calls', value: '-3', reason: 'is below 0.' }], remarks: ['Times have no offset.'], written: null,
};

/** A server that reads every file, unless it lacks something; and what it was asked. */
function server(lacks: (query: URLSearchParams) => { field: string; message: string } | undefined = () => undefined) {
  const asked: Record<string, string>[] = [];
  vi.stubGlobal('fetch', (request: Request) => {
    const query = new URL(request.url).searchParams;
    asked.push(Object.fromEntries([...query].filter(([name]) => !['business_unit_id', 'file_name'].includes(name))));
    const error = lacks(query);
    const written = query.get('preview') === 'true' ? null : { added: 2, changed: 0, unchanged: 0 };
    return Promise.resolve(error
      ? Response.json({ title: 'Not valid', errors: [error] }, { status: 400 })
      : Response.json({ ...read, queues: [query.get('queue') ?? 'loans'], written }));
  });
  return asked;
}

async function choose() {
  draw(<ImportPanel unit={{ id: 'u1', zone: 'Asia/Kolkata' }} />);
  await userEvent.upload(screen.getByLabelText('File of history'), new File(['start,calls'], 'calls.csv', { type: 'text/csv' }));
}

const bringIn = () => screen.findByRole('button', { name: 'Bring in 2 intervals' });

describe('ImportPanel', () => {
  it('shows a file before it brings it in, by the clocks of the unit', async () => {
    const asked = server();
    await choose();
    await waitFor(() => expect(screen.getByText('Nothing is written yet.')).toBeInTheDocument());
    expect(screen.getByRole('table', { name: 'Rows that cannot be used' })).toHaveTextContent('is below 0.');
    expect(screen.getByText('05 Jan 2026, 13:30:00')).toBeInTheDocument();
    await userEvent.click(await bringIn());
    await waitFor(() => expect(screen.getByText('2 added, 0 changed, 0 as they were.')).toBeInTheDocument());
    expect(asked).toEqual([{ preview: 'true' }, { preview: 'false' }]);
  });

  it('shows it again before it brings it in under another name', async () => {
    const asked = server();
    await choose();
    await bringIn();
    await userEvent.type(screen.getByLabelText('Queue of rows that name none'), 'cards');
    expect(screen.getByRole('button', { name: 'Bring in 2 intervals' })).toBeDisabled();
    await userEvent.keyboard('{Enter}');
    await screen.findByText('cards');
    await userEvent.click(await bringIn());
    await waitFor(() => expect(asked).toEqual([{ preview: 'true' }, { preview: 'true', queue: 'cards' }, { preview: 'false', queue: 'cards' }]));
  });

  it('asks for what the file does not tell', async () => {
    const asked = server((query) => {
      if (query.get('date_order') === null) {
        return { field: 'file', message: 'calls.csv, line 2: 3, 4 of 2026 may be either.\nMaybe say which: day-first or month-first.' };
      }
      return query.get('minutes') === null ? { field: 'minutes', message: 'are not given.' } : undefined;
    });
    await choose();
    await userEvent.selectOptions(await screen.findByLabelText('Dates'), 'day_first');
    await userEvent.selectOptions(await screen.findByLabelText('Length of an interval, min'), '15');
    await userEvent.click(await bringIn());
    await waitFor(() => expect(asked.at(-1)).toEqual({ preview: 'false', date_order: 'day_first', minutes: '15' }));
  });
});
