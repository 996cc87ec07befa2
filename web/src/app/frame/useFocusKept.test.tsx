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
