/** A place inside Muster to return to after signing in; anything else (another host, the sign-in page itself) is the start page. */
export function safeReturnTo(value: string | undefined): string {
  if (!value?.startsWith('/') || value.startsWith('//') || value.includes('\\') || value.startsWith('/sign-in')) {
    return '/';
  }
  return value;
}
