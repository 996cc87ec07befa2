import { MantineProvider, Select } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { theme } from './theme';

it('opens no list to whoever passes by Tab, and opens it by an arrow key', async () => {
  render(<MantineProvider theme={theme} env="test"><Select label="Team" searchable data={['Alder', 'Birch']} /></MantineProvider>);
  await userEvent.tab();
  const team = screen.getByRole('combobox', { name: 'Team' });
  expect(team).toHaveFocus();
  expect(team).toHaveAttribute('aria-expanded', 'false');
  await userEvent.keyboard('{ArrowDown}');
  expect(team).toHaveAttribute('aria-expanded', 'true');
});
