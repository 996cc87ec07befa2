import type { Fields } from '@/api/organization';
import { choicesOf, days, type FieldSpec } from './fields';

const steps = choicesOf(5, 10, 15, 20, 30, 60);

/** The rules of a contract, in the order in which people think of them. */
export const workPlanFields: readonly FieldSpec[] = [
  { name: 'paid_minutes_per_week', label: 'Paid per week', unit: 'min', type: 'range', section: 'Hours', column: true },
  { name: 'paid_minutes_per_day', label: 'Paid per day', unit: 'min', type: 'range', section: 'Hours' },
  { name: 'working_days_per_week', label: 'Working days per week', type: 'range', section: 'Days', column: true },
  { name: 'max_consecutive_days', label: 'Most days in a row', type: 'number', section: 'Days' },
  { name: 'weekdays', label: 'May be worked', type: 'days', section: 'Days', column: true },
  {
    name: 'max_weekends_in_four', label: 'Weekends worked of four', type: 'numberChoice', section: 'Weekends and rest',
    choices: choicesOf(0, 1, 2, 3, 4),
  },
  {
    name: 'whole_weekends', label: 'Saturday and Sunday together', type: 'flag', section: 'Weekends and rest',
    description: 'Both are worked, or neither.',
  },
  {
    name: 'min_rest_minutes', label: 'Rest between shifts', unit: 'min', type: 'number', section: 'Weekends and rest',
    description: 'The law of most of Europe says 660.',
  },
  { name: 'shift_minutes', label: 'Length of a shift', unit: 'min', type: 'range', section: 'Shifts', column: true },
  { name: 'shift_length_step_minutes', label: 'Lengths differ by, min', type: 'numberChoice', section: 'Shifts', choices: steps },
  { name: 'shift_start_step_minutes', label: 'Starts are apart by, min', type: 'numberChoice', section: 'Shifts', choices: steps },
  { name: 'earliest_start', label: 'Earliest start', type: 'time', section: 'Shifts', column: true },
  { name: 'latest_stop', label: 'Latest stop', type: 'time', section: 'Shifts', column: true, description: 'Up to the earliest start: on the next day; then shifts start from 00:00 on, too.' },
  { name: 'breaks', label: 'Breaks and meals', type: 'breaks', section: 'Breaks and meals', column: true },
];

export const newWorkPlan: Fields = {
  paid_minutes_per_week: { min: 2280, max: 2400 },
  paid_minutes_per_day: { min: 420, max: 540 },
  working_days_per_week: { min: 5, max: 5 },
  max_consecutive_days: 6,
  weekdays: days,
  max_weekends_in_four: 2,
  whole_weekends: false,
  min_rest_minutes: 660,
  shift_minutes: { min: 480, max: 600 },
  shift_length_step_minutes: 15,
  shift_start_step_minutes: 15,
  earliest_start: '07:00',
  latest_stop: '22:00',
  breaks: [],
};
