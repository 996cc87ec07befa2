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

  it('forgets a queue when that is confirmed', async () => {
    const forget = vi.fn();
    draw(<HistoryView unit={undefined} {...rest} queues={{ state: 'full', data: [someQueue] }} forget={forget} />);
    await userEvent.click(screen.getByRole('button', { name: 'Forget' }));
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Forget' }));
    expect(forget).toHaveBeenCalledWith('loans');
  });
});
