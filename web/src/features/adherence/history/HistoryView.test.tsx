import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { HistoryBy } from '@/api/adherenceHistory';
import type { AdherenceHistory } from '@/api/types';
import { draw, itDrawsEveryState } from '@/testing';
import { someHistory, someHistoryDays, someHistoryRow } from '../sample';
import { HistoryView, type HistoryViewProps } from './HistoryView';

const ask = { unit: 'm1', from: '2026-06-08', to: '2026-06-14', by: 'agent' as HistoryBy };
const rest: Omit<HistoryViewProps, 'rows'> = {
  days: { state: 'full', data: someHistoryDays }, ask, range: 'last_week', units: [{ id: 'm1', name: 'Service › Berlin' }, { id: 'm2', name: 'Service › Kiel' }], sort: undefined,
  onUnit: vi.fn(), onRange: vi.fn(), onDays: vi.fn(), onBy: vi.fn(), onSort: vi.fn(), onAgent: vi.fn(), onDay: vi.fn(), onAgentDay: vi.fn(),
};
const viewOf = (props: Partial<HistoryViewProps>, data: AdherenceHistory = someHistory) => <HistoryView {...rest} rows={{ state: 'full', data }} {...props} />;
const rows = () => within(screen.getByRole('table', { name: 'Stored adherence' })).getAllByRole('row').slice(1);

// A list has no height where nothing is laid out.
beforeAll(() => {
  for (const side of ['clientHeight', 'clientWidth']) {
    Object.defineProperty(HTMLElement.prototype, side, { configurable: true, value: 600 });
  }
});

describe('the history', () => {
  itDrawsEveryState<AdherenceHistory>({
    view: (loaded) => <HistoryView {...rest} rows={loaded} />,
    permission: 'adherence:view',
    full: { data: someHistory, shows: 'Holm, Ada' },
    empty: { data: { ...someHistory, items: [], stored_until: null }, shows: /Nothing is stored yet/ },
  });

  it('has a row for each agent with shares and hours', () => {
    draw(viewOf({}));
    expect(rows()[0]).toHaveTextContent('Holm, Ada90.095.010:009:001:000:000:000:10');
  });

  it('sums first and divides after', () => {
    draw(viewOf({}));
    expect(screen.getByLabelText('Sums')).toHaveTextContent('Adherence70 %Conformance77.5 %Scheduled, h20:00');
    expect(screen.getByRole('img', { name: /Lowest Tue,? 9 Jun: 50 %; highest Mon,? 8 Jun: 90 %/ })).toBeInTheDocument();
  });

  it('gives one number, and no span, to days that are alike', () => {
    draw(viewOf({ days: { state: 'full', data: { ...someHistoryDays, items: someHistoryDays.items.slice(0, 1) } } }));
    expect(screen.getByRole('img', { name: /^Adherence by day/ })).toHaveTextContent('Adherence by day, % 90 %');
  });

  it('sorts by a column, and says which', async () => {
    const onSort = vi.fn();
    draw(viewOf({ sort: { by: 'adherence_percent', isDown: false }, onSort }));
    expect(rows().map((row) => within(row).getByRole('button').textContent)).toEqual(['Adler, Bo', 'Holm, Ada']);
    expect(screen.getByRole('columnheader', { name: 'Adherence, %' })).toHaveAttribute('aria-sort', 'ascending');
    await userEvent.click(screen.getByRole('button', { name: 'Out, h' }));
    expect(onSort).toHaveBeenCalledWith({ by: 'out', isDown: true });
  });

  it('opens all days of an agent, and the day where it is one', async () => {
    const [onAgent, onAgentDay] = [vi.fn(), vi.fn()];
    const { rerender } = draw(viewOf({ onAgent, onAgentDay }));
    await userEvent.click(screen.getByRole('button', { name: 'Holm, Ada' }));
    expect(onAgent).toHaveBeenCalledWith('a1');
    rerender(viewOf({ onAgent, onAgentDay, ask: { ...ask, by: 'agent_day' } }, { ...someHistory, items: [{ ...someHistoryRow, day: '2026-06-09' }] }));
    await userEvent.click(screen.getByRole('button', { name: 'Holm, Ada' }));
    expect(onAgentDay).toHaveBeenCalledWith('a1', '2026-06-09');
  });

  it('offers all rows as a file, of what is looked at', async () => {
    draw(viewOf({}));
    await userEvent.click(screen.getByRole('button', { name: 'Export' }));
    expect(await screen.findByRole('menuitem', { name: 'These rows as XLSX' })).toHaveAttribute(
      'href', `${globalThis.location.origin}/api/v2/wfm/adherence/history?unit_id=m1&from=2026-06-08&to=2026-06-14&by=agent&format=xlsx`,
    );
  });

  it('says what is not there yet, what may still change, and what is not shown', () => {
    draw(viewOf({}, { ...someHistory, stored_until: '2026-06-10T09:15:00Z', recounting: 3, next_cursor: 'more' }));
    expect(screen.getByText(/Stored until 10 Jun 2026, 11:15:00 \(Europe\/Berlin\)/)).toBeInTheDocument();
    expect(screen.getByText(/3 days of agents are being judged anew/)).toBeInTheDocument();
    expect(screen.getByText(/The first 2 rows are shown/)).toBeInTheDocument();
  });

  it('says up to when anything is stored where the days have nothing', () => {
    draw(viewOf({}, { ...someHistory, items: [] }));
    expect(screen.getByText(/as far as results are stored: from 01 Jan 2026, 01:00:00/)).toBeInTheDocument();
  });
});
