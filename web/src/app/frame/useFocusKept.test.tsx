import { render, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useFocusKept } from './useFocusKept';

function Page({ unit, isLoading = false, isThere = true }: { unit: string; isLoading?: boolean; isThere?: boolean }) {
  useFocusKept();
  return (
    <main id="main" tabIndex={-1}>
      {!isLoading && <section key={unit}><select aria-label="Unit" />{isThere && <p><button type="button">Remove</button></p>}<p data-testid="next">Next</p></section>}
    </main>
  );
}

it('puts the focus on the same control as soon as a page that is read anew has it again', async () => {
  const { rerender } = render(<Page unit="one" />);
  screen.getByLabelText('Unit').focus();
  rerender(<Page unit="one" isLoading />);
  await waitFor(() => expect(screen.getByRole('main')).toHaveFocus());
  rerender(<Page unit="two" />);
  await waitFor(() => expect(screen.getByLabelText('Unit')).toHaveFocus());
});

it('puts the focus beside what had it when that has gone: Tab goes on from there', async () => {
  const { rerender } = render(<Page unit="one" />);
  screen.getByRole('button', { name: 'Remove' }).focus();
  rerender(<Page unit="one" isThere={false} />);
  await waitFor(() => expect(screen.getByTestId('next')).toHaveFocus());
});

function Sending({ isBusy, isAsked = false, isOpen = true }: { isBusy: boolean; isAsked?: boolean; isOpen?: boolean }) {
  useFocusKept();
  return (
    <>
      <main id="main" tabIndex={-1}>Page</main>
      {isOpen && <div role="dialog" aria-modal="true" aria-label="Day" tabIndex={-1}><p data-testid="row"><button type="button" disabled={isBusy}>Approve</button></p></div>}
      {isAsked && <div className="mantine-Popover-dropdown"><input aria-label="Why" /></div>}
    </>
  );
}

it('keeps the place of a button that is off while something is sent, and is on it again after that', async () => {
  const { rerender } = render(<Sending isBusy={false} />);
  const button = screen.getByRole('button', { name: 'Approve' });
  button.focus();
  // A browser takes the focus from what is off; the one of the tests does not.
  button.blur();
  rerender(<Sending isBusy />);
  await waitFor(() => expect(screen.getByTestId('row')).toHaveFocus());
  rerender(<Sending isBusy={false} />);
  await waitFor(() => expect(button).toHaveFocus());
});

it('goes back from a question that was answered to what asked it, never behind the dialog', async () => {
  const { rerender } = render(<Sending isBusy={false} isAsked />);
  screen.getByRole('button', { name: 'Approve' }).focus();
  screen.getByLabelText('Why').focus();
  rerender(<Sending isBusy />);
  await waitFor(() => expect(screen.getByTestId('row')).toHaveFocus());
  rerender(<Sending isBusy={false} />);
  await waitFor(() => expect(screen.getByRole('button', { name: 'Approve' })).toHaveFocus());
});
