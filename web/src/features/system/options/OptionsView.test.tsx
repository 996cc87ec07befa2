import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { OptionView } from '@/api/types';
import { draw, itDrawsEveryState } from '@/testing';
import { OptionsView } from './OptionsView';

const option = (key: string, changes: Partial<OptionView> = {}): OptionView => ({
  key, area: key.split(':')[0] ?? '', value: '5', default: '5', source: 'default', unit: 's', range: '1 to 9', description: `About ${key}.`,
  secret: false, ...changes,
});
const options = [option('Server:Stop'), option('Database:Password', { secret: true, value: 'hunter2', source: 'file' })];
const view = (search: string) => <OptionsView options={{ state: 'full', data: options }} search={search} onSearch={vi.fn()} />;

describe('OptionsView', () => {
  itDrawsEveryState({
    view: (loaded) => <OptionsView options={loaded} search="" onSearch={vi.fn()} />,
    permission: 'system:view',
    empty: { data: [], shows: /no options/ },
    full: { data: options, shows: 'Server:Stop' },
  });

  it('never shows a secret, even if it were sent', () => {
    draw(view(''));
    expect(screen.queryByText('hunter2')).not.toBeInTheDocument();
    expect(screen.getByText('••••••••')).toBeInTheDocument();
  });

  it('finds by every word, in any field', () => {
    draw(view('file password'));
    expect(screen.getByText('Database:Password')).toBeInTheDocument();
    expect(screen.queryByText('Server:Stop')).not.toBeInTheDocument();
  });

  it('says when nothing matches', () => {
    draw(view('nothing like it'));
    expect(screen.getByRole('heading', { name: /No option matches/ })).toBeInTheDocument();
  });
});
