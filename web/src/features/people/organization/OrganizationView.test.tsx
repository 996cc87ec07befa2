import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { draw, itDrawsEveryState } from '@/testing';
import { scopeOf } from '../items/places';
import { nothing, someScope } from '../sample';
import { OrganizationView, type OrganizationViewProps } from './OrganizationView';

const rest: Omit<OrganizationViewProps, 'scope'> = {
  chosen: undefined, search: '', removed: false, mayEdit: true, onSearch: vi.fn(), onRemoved: vi.fn(), onChoose: vi.fn(), onOpen: vi.fn(),
  onNew: vi.fn(), editor: (of) => <p>The form of {of.item.name}</p>,
};
const full = { state: 'full' as const, data: someScope };

describe('OrganizationView', () => {
  itDrawsEveryState({
    view: (loaded) => <OrganizationView {...rest} scope={loaded} />,
    permission: 'organization:view',
    empty: { data: scopeOf(nothing), shows: /No organization yet/ },
    full: { data: someScope, shows: 'The form of Northwind' },
  });

  it('is walked by keyboard: down, into, out, and chosen by Enter', async () => {
    const onChoose = vi.fn();
    draw(<OrganizationView {...rest} scope={full} onChoose={onChoose} />);
    screen.getByRole('treeitem', { name: 'Northwind, tenant' }).focus();
    await userEvent.keyboard('{ArrowDown}{ArrowRight}');
    expect(screen.getByRole('treeitem', { name: 'Berlin, management unit' })).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}');
    expect(screen.getByRole('treeitem', { name: 'Early, team' })).toBeInTheDocument();
    await userEvent.keyboard('{ArrowRight}{Enter}');
    expect(onChoose).toHaveBeenCalledWith('e1');
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(screen.queryByRole('treeitem', { name: 'Early, team' })).not.toBeInTheDocument();
    await userEvent.keyboard('{End}{Home}');
    expect(screen.getByRole('treeitem', { name: 'Northwind, tenant' })).toHaveFocus();
  });

  it('shows the way to what an address names, and what belongs to it', () => {
    draw(<OrganizationView {...rest} scope={full} chosen="e1" />);
    expect(screen.getByRole('treeitem', { name: 'Early, team' })).toHaveAttribute('aria-selected', 'true');
    draw(<OrganizationView {...rest} scope={full} chosen="b1" />);
    expect(screen.getByRole('table', { name: 'Activity codes' })).toBeInTheDocument();
    expect(screen.getByRole('heading', { name: 'No service goals yet' })).toBeInTheDocument();
  });

  it('narrows the tree to what is searched for and what leads there', () => {
    draw(<OrganizationView {...rest} scope={full} search="earl" />);
    expect(screen.getAllByRole('treeitem').map((row) => row.getAttribute('aria-label'))).toEqual([
      'Northwind, tenant', 'Service, business unit', 'Berlin, management unit', 'Early, team',
    ]);
  });

  it('tells how sites stand', () => {
    draw(<OrganizationView {...rest} scope={full} />);
    expect(screen.getByText('unassigned')).toBeInTheDocument();
  });
});
