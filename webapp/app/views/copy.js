/** Puts a text on the clipboard. An intranet on plain http lends pages no clipboard but this old one. @returns whether it is there */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByHand(text);
  }
}

function copyByHand(text) {
  const before = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'heard-only';
  (before?.closest('dialog') ?? document.body).append(field); // what is around a dialog cannot be selected
  field.select();
  const isCopied = document.execCommand('copy');
  field.remove();
  before?.focus();
  return isCopied;
}
