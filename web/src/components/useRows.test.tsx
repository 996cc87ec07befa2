import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { draw } from '@/testing';
import { useRows } from './useRows';

beforeEach(() => {
  for (const side of ['offsetHeight', 'offsetWidth', 'clientHeight'] as const) {
    vi.spyOn(HTMLElement.prototype, side, 'get').mockReturnValue(600);
  }
});
afterEach(() => vi.restoreAllMocks());

function Table({ names }: { names: readonly string[] }) {
  const { place, rows, total, keys } = useRows(names.length, { desk: 36, phone: 74 }, (index) => names[index] ?? index);
  return (
    <div ref={place}>
      <div role="table" aria-label="People" {...keys}>
        <div role="rowgroup"><div role="row" aria-rowindex={1}><span role="columnheader">Name</span></div></div>
        <div role="rowgroup" style={{ height: total }}>
          {rows.map(({ index }) => (
            <div key={names[index]} role="row" aria-rowindex={index + 2}>
              <span role="cell"><input type="checkbox" aria-label={`Select ${names[index]}`} /></span>
              <span role="cell"><button type="button">{names[index]}</button></span>
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

const names = Array.from({ length: 500 }, (_, index) => `Agent ${index}`);
const agent = (index: number) => screen.getByRole('button', { name: `Agent ${index}` });

it('goes from row to row by keys, in the same column, also to rows that were not drawn', async () => {
  draw(<Table names={names} />);
  agent(0).focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  expect(agent(2)).toHaveFocus();
  await userEvent.keyboard('{End}');
  expect(agent(499)).toHaveFocus();
  await userEvent.keyboard('{Home}');
  expect(agent(0)).toHaveFocus();
});

it('keeps the focus on a row that others are put before', () => {
  const { rerender } = draw(<Table names={names} />);
  agent(3).focus();
  rerender(<Table names={[...names.slice(100), ...names.slice(0, 100)]} />);
  expect(agent(3)).toHaveFocus();
});
