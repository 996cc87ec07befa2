import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { findItem, type Kind } from '@/api/organization';
import { ApiProblem } from '@/api/problem';
import { draw } from '@/testing';
import { someOrganization, someScope, someZones } from '../sample';
import { ItemForm } from './ItemForm';
import { kinds } from './kinds';
import { scopeOf } from './places';

const rest = { scope: someScope, zones: someZones, mayEdit: true, busy: false, error: null, save: vi.fn() };
const itemOf = (id: string) => findItem(someOrganization, id)?.item;

describe('ItemForm', () => {
  it.each(Object.keys(kinds) as Kind[])('asks for a new one of %s', (kind) => {
    draw(<ItemForm {...rest} kind={kind} />);
    expect(screen.getByRole('button', { name: `Create ${kinds[kind].one}` })).toBeInTheDocument();
    expect(screen.getAllByRole('textbox', { name: 'Name' })[0]).toHaveValue('');
  });

  it('takes the only owner that there is, and asks where there are several', () => {
    const unit = () => screen.getByRole('combobox', { name: 'Business unit' });
    const alone = scopeOf({ ...someOrganization, 'business-units': someOrganization['business-units'].slice(0, 1) });
    const { rerender } = draw(<ItemForm {...rest} key="several" kind="work-plans" />);
    expect(unit()).toHaveValue('');
    rerender(<ItemForm {...rest} key="one" kind="work-plans" scope={alone} />);
    expect(unit()).toHaveValue('Service');
  });

  it('sends only what was changed', async () => {
    const save = vi.fn();
    draw(<ItemForm {...rest} kind="business-units" item={itemOf('b1')} save={save} />);
    await userEvent.clear(screen.getByRole('textbox', { name: 'Name' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'Sales');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Interval, min' }), '30');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(save).toHaveBeenCalledWith({ name: 'Sales', interval_minutes: 30 }, expect.any(Function));
  });

  it('finds a zone by a part of its name', async () => {
    const save = vi.fn();
    draw(<ItemForm {...rest} kind="business-units" item={itemOf('b1')} save={save} />);
    const zone = screen.getByRole('combobox', { name: 'Time zone' });
    await userEvent.clear(zone);
    await userEvent.type(zone, 'kath');
    await userEvent.click(screen.getByRole('option', { name: /Asia\/Kathmandu/, hidden: true }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(save).toHaveBeenCalledWith({ zone: 'Asia/Kathmandu' }, expect.any(Function));
  });

  it('assigns a site to a management unit in one choice', async () => {
    const save = vi.fn();
    draw(<ItemForm {...rest} kind="sites" item={itemOf('p1')} save={save} />);
    await userEvent.click(screen.getByRole('combobox', { name: 'Planned in' }));
    await userEvent.click(screen.getByRole('option', { name: 'Northwind › Service › Berlin', hidden: true }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(save).toHaveBeenCalledWith({ assignment: 'here', management_unit_id: 'm1' }, expect.any(Function));
  });

  it('shows a contradiction beside both fields', async () => {
    const message = 'min_rest_minutes 1200 and shift_minutes.min 420 are more than 24 hours.';
    const refusal = new ApiProblem(400, 'Invalid', message, [
      { field: 'min_rest_minutes', message }, { field: 'shift_minutes.min', message }, { field: 'breaks[0].minutes', message: 'is too long.' },
    ]);
    const save = vi.fn((_: unknown, onError: (error: Error) => void) => onError(refusal));
    draw(<ItemForm {...rest} kind="work-plans" item={itemOf('c1')} save={save} error={refusal} />);
    await userEvent.type(screen.getByRole('textbox', { name: 'Rest between shifts, min' }), '0');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(save).toHaveBeenCalledWith({ min_rest_minutes: 6600 }, expect.any(Function));
    for (const name of ['Rest between shifts, min', 'Length of a shift, min, at least']) {
      expect(screen.getByRole('textbox', { name })).toHaveAccessibleDescription(expect.stringContaining(message));
    }
    expect(screen.getByRole('textbox', { name: 'Minutes of each' })).toHaveAccessibleDescription('is too long.');
    expect(screen.getByRole('textbox', { name: 'Rest between shifts, min' })).toHaveFocus();
    expect(screen.getByRole('alert')).toHaveTextContent('The marked fields say why.');
  });

  it('says hours below the minutes of a week', () => {
    draw(<ItemForm {...rest} kind="work-plans" item={{ ...itemOf('c1'), paid_minutes_per_week: { min: 2_280, max: 2_430 } } as never} />);
    expect(screen.getByRole('textbox', { name: 'Paid per week, min, at least' })).toHaveAccessibleDescription('38 h');
    expect(screen.getByRole('textbox', { name: 'Paid per week, min, at most' })).toHaveAccessibleDescription('40 h 30 min');
  });

  it('adds and takes away a break', async () => {
    const save = vi.fn();
    draw(<ItemForm {...rest} kind="work-plans" item={itemOf('c1')} save={save} />);
    await userEvent.click(screen.getByRole('button', { name: 'Add a break or meal' }));
    expect(screen.getByRole('group', { name: 'break or meal 2' })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Take away break or meal 1' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(save).toHaveBeenCalledWith({ breaks: [expect.objectContaining({ activity_code_id: 'a1', min_gap_minutes: 60 })] }, expect.any(Function));
  });

  it('lists what no field shows and offers the present state after a conflict', () => {
    draw(<ItemForm {...rest} kind="skills" item={itemOf('s1')} error={new ApiProblem(400, 'Invalid', 'x', [{ field: 'tenant_id', message: 'was removed.' }])} />);
    expect(screen.getByRole('alert')).toHaveTextContent('tenant_id: was removed.');
  });

  it('only restores what was removed', async () => {
    const restore = vi.fn();
    draw(<ItemForm {...rest} kind="skills" item={itemOf('s3')} restore={restore} />);
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveAttribute('readonly');
    await userEvent.click(screen.getByRole('button', { name: 'Restore' }));
    expect(restore).toHaveBeenCalledOnce();
  });

  it('says which permission a change needs', () => {
    draw(<ItemForm {...rest} kind="work-plans" item={itemOf('c1')} mayEdit={false} />);
    expect(screen.getByText(/organization:edit/)).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});
