import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { draw, itDrawsEveryState } from '@/testing';
import { someQueue } from '../sample';
import { HistoryView } from './HistoryView';

const rest = { mayEdit: true, error: null, forget: vi.fn() };

describe('HistoryView', () => {
  itDrawsEveryState({
    view: (loaded) => <HistoryView unit={undefined} {...rest} queues={loaded} />,
    permission: 'forecast:view',
    empty: { data: [], shows: /No history yet/ },
    full: { data: [someQueue], shows: 'loans' },
  });

  it('tells the times of the business unit, wherever the viewer is', () => {
    const queue = { ...someQueue, first: '2026-03-01T18:30:00Z' };
    draw(<HistoryView unit={{ id: 'b1', zone: 'Asia/Kolkata' }} {...rest} queues={{ state: 'full', data: [queue] }} />);
    expect(screen.getByText('02 Mar 2026, 00:00:00')).toBeDefined();
  });

  it('forgets a queue when that is confirmed', async () => {
    const forget = vi.fn();
    draw(<HistoryView unit={undefined} {...rest} queues={{ state: 'full', data: [someQueue] }} forget={forget} />);
    await userEvent.click(screen.getByRole('button', { name: 'Forget' }));
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Forget' }));
    expect(forget).toHaveBeenCalledWith('loans');
  });
});
