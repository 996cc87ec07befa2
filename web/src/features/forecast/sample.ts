import type { Accuracy, Forecast, ForecastDay, ForecastPart, HistoryDays, HistoryQueue, Intraday, Requirement, SharedRequirement, SimulatedDay } from '@/api/types';
import type { Place } from './choice/ForPart';
import type { Chosen } from './choice/useChosen';
import { addDays, weekdayOf } from '@/lib/dates';

const kept = { version: 1, removed_at: null };

const someUnit = {
  id: 'b1', name: 'Service', tenant_id: 't1', zone: 'Europe/Berlin', week_start: 'monday' as const, interval_minutes: 30, notice_hours: 48, ...kept,
};
const someGroup = {
  id: 'p1', name: 'Loans', business_unit_id: 'b1', channel: 'voice' as const, queues: [{ id: 'loans', name: 'Loans' }], required_skills: [], ...kept,
};

export const someForecast: Forecast = {
  id: 'f1', version: 1, business_unit_id: 'b1', name: 'Spring', first_day: '2026-03-02', weeks: 2, planning_group_ids: [], closed_days: [],
  special_days: [], state: 'done', done: 1, sentence: '1 planning group was forecast.', created_by: 'Paul', created_at: '2026-03-01T08:00:00Z',
  ended_at: '2026-03-01T08:00:05Z',
};

export const someQueue: HistoryQueue = {
  queue: 'loans', intervals: 800, minutes: 30, offered: 36_000, first: '2026-01-05T07:00:00Z', last: '2026-02-27T16:30:00Z',
};

/** Everything is there and chosen. */
export const someChosen: Chosen = {
  units: [someUnit], groups: [someGroup], forecasts: [someForecast], queues: [someQueue], unit: someUnit, group: someGroup, forecast: someForecast,
  goals: [{
    id: 'g1', name: 'Fast', business_unit_id: 'b1', answer_percent: 90, answer_within_seconds: 10, average_answer_seconds: null,
    max_abandonment_percent: null, max_occupancy_percent: null, ...kept,
  }],
};

/** Nothing is there. */
export const nothingYet: Chosen = { units: [], groups: [], goals: [], forecasts: [], queues: [] };

export const somePlace: Place = { forecast: someForecast, group: someGroup, unit: someUnit, chosen: someChosen };

const slots = Array.from({ length: 48 }, (_, slot) => slot);
const openAt = (date: string, slot: number) => slot >= 16 && slot < 20 && !weekdayOf(date).startsWith('s');

/** Two weeks of weekdays from 8 to 10, forty contacts in each half-hour. */
const someDay = (date: string): ForecastDay => {
  const times = (value: number) => slots.map((slot) => (openAt(date, slot) ? value : 0));
  return {
    date, closed: false, special: null, machine: times(40), volumes: times(40), low: times(30), high: times(50),
    total: { volume: times(40).reduce((sum, value) => sum + value, 0), low: 145, high: 176, low95: 136, high95: 186 },
    open: slots.map((slot) => openAt(date, slot)), occurrences: slots.map(() => 1),
  };
};

export const somePart: ForecastPart = {
  forecast_id: 'f1', planning_group_id: 'p1', version: 3, trouble: null, zone: 'Europe/Berlin', minutes: 30,
  days: Array.from({ length: 14 }, (_, index) => someDay(addDays('2026-03-02', index))),
  horizons: [{
    horizon: 'week 1', method: 'median of the last 4 same weekdays', reason: 'It had the smallest error (4.8 %).', rehearsals: 12, wape: 0.048,
    naive_wape: 0.082, mase: 0.6, bias: -0.002, coverage80: 0.79, coverage95: 0.95, day_coverage80: 0.81, day_coverage95: 0.94, poisson_floor: 0.023, tried: [{ method: 'last week again', wape: 0.082 }],
  }],
  remarks: [{ kind: 'outlier', sentence: 'On 2026-02-03 three times as much came.', day: '2026-02-03' }],
  handle_seconds: null,
  layers: [{ name: 'Campaign', kind: 'multiply', value: 1.1, from: '2026-03-09', through: '2026-03-13', is_on: false, start: '00:00', end: '00:00', weekdays: null }],
  staffing: { service_goal_id: null, shrinkage_percent: 30, patience_seconds: null, handle_seconds: null, at_once: 1, minimum_agents: 0, uncertain_days: false },
};

/** A group whose history says nothing. */
export const noPart: ForecastPart = { ...somePart, days: [], horizons: [], layers: [], trouble: 'history is empty: nothing is known of loans.' };

export const someHistory: HistoryDays = {
  minutes: 30, days: [{ date: '2026-02-27', offered: 170, volumes: slots.map((slot) => (openAt('2026-02-27', slot) ? 42 : null)) }],
};

export const someRequirement = (agents: number): Requirement => ({
  terms: somePart.staffing, minutes: 30, peak_agents: agents, paid_hours: agents * 100,
  days: somePart.days.map((day) => {
    const all = (value: number) => day.open.map((open) => (open ? value : null));
    return { date: day.date, agents: all(agents), scheduled: all(agents * 1.4), service_level: all(0.82), occupancy: all(0.8), answer_seconds: all(9) };
  }),
});

/** Monday until nine: a fifth more came than forecast, and half of that is carried on. */
export const someIntraday: Intraday = {
  date: '2026-03-02', minutes: 30, known_until: '09:00', came_so_far: 96, forecast_so_far: 80, carried_percent: 50, factor_of_rest: 1.1, total: 184,
  forecast_total: 160,
  actual: slots.map((slot) => (slot === 16 || slot === 17 ? 48 : null)),
  rest: slots.map((slot) => (slot === 18 || slot === 19 ? 44 : null)),
  low: slots.map((slot) => (slot === 18 || slot === 19 ? 33 : null)),
  high: slots.map((slot) => (slot === 18 || slot === 19 ? 55 : null)),
};

const estimate = (value: number, half_width: number | null = value / 50) => ({ value, half_width });
const served = { offered: estimate(80), service_level: estimate(0.82), answer_seconds: estimate(9), abandonment: estimate(0, 0) };

export const someNeed: SharedRequirement = {
  date: '2026-03-02', time: '08:00', minutes: 30, next_time: '08:30', agents: 17, alone_agents: 20, simulated: 23, reason: null,
  agent_groups: [{ name: 'Loans only', agents: 5, occupancy: estimate(0.8) }, { name: 'All skills', agents: 12, occupancy: estimate(0.9) }],
  planning_groups: [{ planning_group_id: 'p1', contacts: 40, alone_agents: 9, served }, { planning_group_id: 'p2', contacts: 45, alone_agents: 11, served }],
};

export const someReached: SimulatedDay = {
  date: '2026-03-02', from: '08:00', minutes: 120, replications: 400, all: served, agent_groups: someNeed.agent_groups, planning_groups: someNeed.planning_groups,
  remarks: [],
};

export const someAccuracy: Accuracy = {
  horizons: [{ horizon: 'week 1', days: 1, wape: 0.06, bias: -0.03, layered_wape: 0.05, layered_bias: 0.01, inside80: 0.8 }],
  days: [{ date: '2026-03-02', intervals: 4, actual: 165, machine: 160, layered: 160 }],
};
