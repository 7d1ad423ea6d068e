/** Inputs that are ticked or pressed, not written in. */
const TICKED = new Set(['checkbox', 'radio', 'button', 'submit'])

/** True where a key belongs to a field that is being written in, or to a dialog, and not to the page. */
export function isTyping(event: Event): boolean {
  const { target } = event
  if (!(target instanceof Element)) return false
  if (target.closest('[role="dialog"]') !== null) return true
  if (target instanceof HTMLInputElement && TICKED.has(target.type)) return false
  return target.closest('input, textarea, [contenteditable], [role="combobox"]') !== null
}
