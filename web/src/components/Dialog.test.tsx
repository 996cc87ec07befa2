import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { draw } from '@/testing';
import { Dialog } from './Dialog';
import { SidePanel } from './SidePanel';

function Page({ refused = false }: { refused?: boolean }) {
  const [panel, setPanel] = useState(false);
  const [dialog, setDialog] = useState(false);
  return (
    <main>
      <button type="button" onClick={() => setPanel(true)}>Open the day</button>
      {panel && (
        <SidePanel title="Day" close={() => setPanel(false)}>
          <form onSubmit={(event) => event.preventDefault()}><input aria-label="Minutes" aria-invalid={refused} /><button type="submit">Save</button></form>
          <button type="button" onClick={() => setDialog(true)}>Ask</button>
        </SidePanel>
      )}
      {dialog && <Dialog title="Breaks rules" close={() => setDialog(false)}><button type="button">Do it</button></Dialog>}
    </main>
  );
}

const panel = () => screen.queryByRole('dialog', { name: 'Day' });

it('closes what lies on top by Escape, and gives the focus back to where it was', async () => {
  draw(<Page />);
  const opener = screen.getByRole('button', { name: 'Open the day' });
  await userEvent.click(opener);
  const ask = await screen.findByRole('button', { name: 'Ask' });
  await userEvent.click(ask);
  await screen.findByRole('dialog', { name: 'Breaks rules' });
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('dialog', { name: 'Breaks rules' })).toBeNull();
  expect(panel()).not.toBeNull();
  expect(ask).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  expect(panel()).toBeNull();
  expect(opener).toHaveFocus();
});

it('begins at what is asked first, and where nothing is asked at the button that closes it', async () => {
  draw(<Page />);
  await userEvent.click(screen.getByRole('button', { name: 'Open the day' }));
  await waitFor(() => expect(screen.getByLabelText('Minutes')).toHaveFocus());
  await userEvent.click(screen.getByRole('button', { name: 'Ask' }));
  await waitFor(() => expect(within(screen.getByRole('dialog', { name: 'Breaks rules' })).getByRole('button', { name: 'Close' })).toHaveFocus());
});

it('begins there as well when what is asked has to be loaded', async () => {
  const page = (isThere: boolean) => <Dialog title="New" close={() => undefined}>{isThere ? <form><input aria-label="Name" /></form> : 'Loading'}</Dialog>;
  const { rerender } = draw(page(false));
  await waitFor(() => expect(screen.getByRole('button', { name: 'Close' })).toHaveFocus());
  rerender(page(true));
  await waitFor(() => expect(screen.getByLabelText('Name')).toHaveFocus());
});

it('asks before Escape throws away what was written, and no more once it was sent', async () => {
  draw(<Page />);
  await userEvent.click(screen.getByRole('button', { name: 'Open the day' }));
  await userEvent.type(await screen.findByLabelText('Minutes'), '30');
  await userEvent.keyboard('{Escape}');
  await screen.findByRole('dialog', { name: 'Leave without saving?' });
  await userEvent.click(screen.getByRole('button', { name: 'Stay' }));
  expect(screen.getByLabelText('Minutes')).toHaveValue('30');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await userEvent.keyboard('{Escape}');
  expect(panel()).toBeNull();
});

it('asks as well where what was sent is refused', async () => {
  draw(<Page refused />);
  await userEvent.click(screen.getByRole('button', { name: 'Open the day' }));
  await userEvent.type(await screen.findByLabelText('Minutes'), 'abc{Enter}{Escape}');
  await userEvent.click(await screen.findByRole('button', { name: 'Leave' }));
  expect(panel()).toBeNull();
});
