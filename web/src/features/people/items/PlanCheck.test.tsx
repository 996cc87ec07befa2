import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { draw } from '@/testing';
import { PlanWords } from './PlanCheck';

describe('PlanWords', () => {
  it('says that the rules can be kept', () => {
    draw(<PlanWords verdict={{ is_possible: true, errors: [], findings: [] }} />);
    expect(screen.getByRole('status')).toHaveTextContent('A roster can keep all these rules.');
  });

  it('says which rules cannot, each once', () => {
    const message = 'a week of at most 4 working days has 1920 paid minutes, less than 2400.';
    const errors = [{ field: 'paid_minutes_per_week.min', message }, { field: 'paid_minutes_per_day.max', message }];
    draw(<PlanWords verdict={{ is_possible: false, errors, findings: ['Somebody: these rules cannot all be kept.'] }} />);
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([message, 'Somebody: these rules cannot all be kept.']);
  });
});
