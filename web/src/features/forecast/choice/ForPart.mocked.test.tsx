import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Loaded } from '@/api/loaded';
import { ApiProblem } from '@/api/problem';
import type { ForecastPart } from '@/api/types';
import { draw } from '@/testing';
import { nothingYet, someChosen, someForecast, somePart, somePlace } from '../sample';
import { ForPart } from './ForPart';
import { ForecastList } from './ForecastList';
import { ShowPart } from './ShowPart';
import type { Chosen } from './useChosen';

vi.mock('@tanstack/react-router', () => ({ Link: ({ children }: { children: string }) => <a href="#there">{children}</a> }));

const part = (chosen: Chosen, onNew = vi.fn()) =>
  draw(<ForPart chosen={{ state: 'full', data: chosen }} mayEdit onNew={onNew}>{() => <p>The part</p>}</ForPart>);

describe('ForPart', () => {
  it.each([
    ['No business unit yet', nothingYet],
    ['No planning group yet', { ...nothingYet, unit: someChosen.unit }],
    ['No history yet', { ...nothingYet, unit: someChosen.unit, group: someChosen.group }],
    ['No forecast yet', { ...someChosen, forecasts: [], forecast: undefined }],
    ['Spring is being made', { ...someChosen, forecast: { ...someForecast, state: 'running' as const } }],
  ])('says %s', (title, chosen) => {
    part(chosen);
    expect(screen.getByRole('heading', { name: title })).toBeInTheDocument();
    expect(screen.queryByText('The part')).not.toBeInTheDocument();
  });

  it('leads to a new forecast', async () => {
    const onNew = vi.fn();
    part({ ...someChosen, forecasts: [], forecast: undefined }, onNew);
    await userEvent.click(screen.getByRole('button', { name: 'Make a forecast' }));
    expect(onNew).toHaveBeenCalledOnce();
  });

  it('says that a forecast was made without the planning group', () => {
    part({ ...someChosen, forecast: { ...someForecast, planning_group_ids: ['p2'] } });
    expect(screen.getByRole('heading', { name: 'Spring has nothing for Loans' })).toBeInTheDocument();
    expect(screen.queryByText('The part')).not.toBeInTheDocument();
  });

  it('draws the part when it is there', () => {
    part(someChosen);
    expect(screen.getByText('The part')).toBeInTheDocument();
  });
});

describe('ShowPart', () => {
  const show = (loaded: Loaded<ForecastPart>) => draw(<ShowPart part={loaded} place={somePlace}>{() => <p>The part</p>}</ShowPart>);

  it('says what became of a forecast that has no such part', () => {
    show({ state: 'failed', problem: new ApiProblem(404, 'Not there'), retry: vi.fn() });
    expect(screen.getByRole('heading', { name: 'Spring has nothing for Loans' })).toBeInTheDocument();
    expect(screen.getByText(/1 planning group was forecast/)).toBeInTheDocument();
  });

  it('says that it is closed all the time', () => {
    show({ state: 'full', data: { ...somePart, days: somePart.days.map((day) => ({ ...day, open: day.open.map(() => false) })) } });
    expect(screen.getByText(/It is closed all the time/)).toBeInTheDocument();
  });
});

describe('ForecastList', () => {
  it('shows how far each forecast is', () => {
    const running = { ...someForecast, id: 'f2', name: 'Summer', state: 'running' as const, done: 1, planning_group_ids: ['p1', 'p2', 'p3'], sentence: '' };
    draw(<ForecastList chosen={{ ...someChosen, forecasts: [running, someForecast] }} mayEdit onChoose={vi.fn()} close={vi.fn()} />);
    expect(screen.getByRole('progressbar', { name: 'Summer is being made' })).toHaveAttribute('max', '3');
    expect(screen.getByRole('button', { name: 'Cancel forecast' })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Remove' })).toBeInTheDocument();
  });
});
