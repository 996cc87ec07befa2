import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { draw } from '@/testing';
import { UnitClock } from '../model/clock';
import { Codes, type Activity, type Code } from '../model/rows';
import { ActivityForm } from './ActivityForm';

const code = (id: string, name: string, category: Code['category']): Code => ({
  id, name, business_unit_id: 'u', category, paid: true, counts_as_work: true, colour: '#2a87a5', version: 1, removed_at: null,
});
const codes = new Codes([code('c1', 'Phone', 'on_queue'), code('c2', 'Break', 'break')]);
/** The clocks of the second day show 02:30 twice. */
const clock = new UnitClock('Europe/Berlin', '2026-10-24', 3, '2026-10-23T22:00:00Z');

async function saved(activity: Activity, shift: Activity | undefined, start?: string) {
  const onSave = vi.fn<(one: Activity) => void>();
  draw(<ActivityForm clock={clock} codes={codes} activity={activity} day={activity.day} shift={shift} isFixed onSave={onSave} />);
  if (start) {
    fireEvent.change(screen.getByLabelText('Start'), { target: { value: start } });
  }
  fireEvent.change(screen.getByLabelText('Minutes'), { target: { value: '20' } });
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  return onSave.mock.calls[0]?.[0];
}

it('keeps the second 02:30 of a night of 25 hours where only the length changes', async () => {
  const night = { day: 0, layer: 0, start: 22 * 60, minutes: 540, code: 0 };
  const second = 1_440 + 210;
  expect(clock.wordOf(second)).toBe('02:30');
  expect(await saved({ day: 0, layer: 1, start: second, minutes: 15, code: 1 }, night)).toMatchObject({ day: 0, start: second, minutes: 20 });
});

it('leaves a second shift after midnight on its night', async () => {
  const early = { day: 0, layer: 0, start: 480, minutes: 240, code: 0 };
  const late = { day: 0, layer: 0, start: 1_440 + 30, minutes: 240, code: 0 };
  expect(await saved(late, early)).toMatchObject({ day: 0, start: 1_440 + 30, minutes: 20 });
});

it('moves a second shift after midnight within its night', async () => {
  const early = { day: 0, layer: 0, start: 480, minutes: 240, code: 0 };
  const late = { day: 0, layer: 0, start: 1_440 + 30, minutes: 240, code: 0 };
  expect(await saved(late, early, '00:45')).toMatchObject({ day: 0, start: 1_440 + 45 });
});
