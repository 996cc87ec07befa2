import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Kind } from '@/api/organization';
import { draw, itDrawsEveryState } from '@/testing';
import { nothing, someOrganization, someScope } from '../sample';
import { ItemsView } from './ItemsView';
import { scopeOf } from './places';
import { daysText } from './ValueOf';

const rest = {
  kinds: ['skills'] as Kind[], what: 'skills', search: '', removed: false, mayEdit: true, onSearch: vi.fn(), onRemoved: vi.fn(), onOpen: vi.fn(), onNew: vi.fn(),
};
const full = { state: 'full' as const, data: someScope };

describe('ItemsView', () => {
  itDrawsEveryState({
    view: (loaded) => <ItemsView {...rest} scope={loaded} />,
    permission: 'organization:view',
    empty: { data: scopeOf(nothing), shows: /No skills yet/ },
    full: { data: someScope, shows: 'German' },
  });

  it('shows equal names of two tenants, each with its own', () => {
    draw(<ItemsView {...rest} scope={full} />);
    const rows = within(screen.getByRole('table', { name: 'Skills' })).getAllByRole('row').slice(1).map((row) => row.textContent);
    expect(rows).toEqual(['GermanNorthwind', 'GermanContoso']);
  });

  it('finds by name and tenant, and says so when it does not', () => {
    draw(<ItemsView {...rest} scope={full} search="contoso" />);
    expect(screen.getAllByRole('button', { name: 'German' })).toHaveLength(1);
    draw(<ItemsView {...rest} scope={full} search="zzz" />);
    expect(screen.getByRole('heading', { name: 'None of the skills matches “zzz”' })).toBeInTheDocument();
  });

  it('shows what was removed when asked', () => {
    draw(<ItemsView {...rest} scope={full} removed />);
    expect(screen.getByText('removed')).toBeInTheDocument();
  });

  it('tells a contract in a line', () => {
    draw(<ItemsView {...rest} kinds={['work-plans']} scope={full} />);
    const row = within(screen.getByRole('table', { name: 'Work plans' })).getAllByRole('row')[1];
    expect(row).toHaveTextContent('Northwind › Service2,280 to 2,4005Mon–Fri420 to 60007:0022:00Lunch 30 min');
  });

  it('draws the first of very many', () => {
    const skills = Array.from({ length: 1_500 }, (_, index) => ({ id: `x${index}`, name: `Skill ${index}`, tenant_id: 't1', version: 1, removed_at: null }));
    draw(<ItemsView {...rest} scope={{ state: 'full', data: scopeOf({ ...someOrganization, skills }) }} />);
    expect(screen.getByText('200 of 1,500 skills shown. Search to find others.')).toBeInTheDocument();
  });

  it('says beside the refused button which permission it needs', async () => {
    const onNew = vi.fn();
    draw(<ItemsView {...rest} scope={full} mayEdit={false} onNew={onNew} />);
    expect(screen.getByRole('button', { name: 'New skill' })).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: 'New skill' }));
    expect(onNew).not.toHaveBeenCalled();
  });
});

it('writes days as people do', () => {
  expect(daysText(['monday', 'tuesday', 'wednesday'])).toBe('Mon–Wed');
  expect(daysText(['monday', 'wednesday'])).toBe('Mon, Wed');
  expect(daysText(['saturday'])).toBe('Sat');
});
