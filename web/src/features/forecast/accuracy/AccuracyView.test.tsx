import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { draw, itDrawsEveryState } from '@/testing';
import { someAccuracy } from '../sample';
import { AccuracyView } from './AccuracyView';

describe('AccuracyView', () => {
  itDrawsEveryState({
    view: (loaded) => <AccuracyView accuracy={loaded} />,
    permission: 'forecast:view',
    empty: { data: { horizons: [], days: [] }, shows: /Nothing has come yet/ },
    full: { data: someAccuracy, shows: 'By horizon' },
  });

  it('signs what was too little', () => {
    draw(<AccuracyView accuracy={{ state: 'full', data: someAccuracy }} />);
    expect(screen.getByRole('table', { name: 'Accuracy by day' })).toHaveTextContent('−5');
  });
});
