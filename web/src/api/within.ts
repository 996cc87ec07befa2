/** The signal that also ends when so much time has passed. (`AbortSignal.any` is younger than the browsers in use.) */
export function within(milliseconds: number, signal: AbortSignal): AbortSignal {
  const both = new AbortController();
  const timer = setTimeout(() => both.abort(new DOMException('It took too long.', 'TimeoutError')), milliseconds);
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    both.abort(signal.reason);
  });
  return both.signal;
}
