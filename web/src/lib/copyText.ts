/** Copies by the clipboard interface, which a plain http address does not have, else by a selection. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  const home = document.activeElement?.closest('[role="dialog"]') ?? document.body;
  home.append(field);
  field.select();
  // The replacement needs https; this is for plain http.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const copied = document.execCommand('copy');
  field.remove();
  return copied;
}
