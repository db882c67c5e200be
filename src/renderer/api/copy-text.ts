/**
 * Puts text on the clipboard; false where the system refuses. Only within a click or key press. By the copy event and not
 * by the Clipboard API, which asks for a permission that the desktop window grants to nobody.
 */
export function copyText(text: string): boolean {
  const put = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener('copy', put, { capture: true });
  try {
    return document.execCommand('copy');
  } finally {
    window.removeEventListener('copy', put, { capture: true });
  }
}
