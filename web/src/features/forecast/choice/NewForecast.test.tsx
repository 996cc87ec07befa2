import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { draw } from '@/testing';
import { someChosen, someForecast } from '../sample';
import { NewForecast } from './NewForecast';

const unit = someChosen.units[0];

/** A server that answers with these, one after the other; and the bodies it was sent. */
function server(...answers: Response[]) {
  const sent: Record<string, unknown>[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    if (request.method === 'POST') {
      sent.push((await request.json()) as Record<string, unknown>);
      return answers.shift() ?? Response.json(someForecast);
    }
    return Response.json({ items: [someForecast] });
  });
  return sent;
}

function open(onMade = vi.fn()) {
  if (unit) {
    draw(<NewForecast chosen={someChosen} unit={unit} onMade={onMade} close={vi.fn()} />);
  }
  return onMade;
}

const make = () => userEvent.click(screen.getByRole('button', { name: 'Make forecast' }));

describe('NewForecast', () => {
  it('asks for all planning groups unless some are left out', async () => {
    const sent = server();
    const onMade = open();
    await make();
    await waitFor(() => expect(onMade).toHaveBeenCalledWith(someForecast));
    expect(sent[0]).toMatchObject({ business_unit_id: 'b1', weeks: 4, planning_group_ids: null, closed_days: [], special_days: [] });
  });

  it('says which day is not complete, and sends nothing', async () => {
    const sent = server();
    open();
    await userEvent.click(screen.getByRole('button', { name: 'Add a special day' }));
    await userEvent.type(screen.getByLabelText('Name of special day 1'), 'Mailing');
    await make();
    expect(screen.getByLabelText('Special day 1')).toBeInvalid();
    expect(screen.getByText('Choose a day, or take this one away.')).toBeInTheDocument();
    expect(sent).toEqual([]);
  });

  it('shows what the server refuses beside what it refuses', async () => {
    const errors = [
      { field: 'weeks', message: 'is 99, not 1 to 53.' },
      { field: 'special_days[0].name', message: 'is longer than 100 characters.' },
      { field: 'special_days', message: 'has a date twice.' },
      { field: 'business_unit_id', message: 'is not there.' },
    ];
    server(Response.json({ title: 'Not valid', errors }, { status: 400 }));
    open();
    await userEvent.click(screen.getByRole('button', { name: 'Add a special day' }));
    await userEvent.type(screen.getByLabelText('Special day 1'), '2026-03-10');
    await userEvent.type(screen.getByLabelText('Name of special day 1'), 'Mailing');
    await make();
    await waitFor(() => expect(screen.getByLabelText('Name of special day 1')).toBeInvalid());
    for (const words of ['is longer than 100 characters.', 'has a date twice.', 'is 99, not 1 to 53.']) {
      expect(screen.getByText(words)).toBeInTheDocument();
    }
    expect(screen.getByRole('alert')).toHaveTextContent('business_unit_id: is not there.');
  });
});
