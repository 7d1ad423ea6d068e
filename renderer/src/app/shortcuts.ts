/** The key with its modifiers, e.g. `Ctrl+K`, `Alt+1`. The physical digit counts for Alt (IMEs change the character). */
export function chord(event: KeyboardEvent): string {
  const digit = /^Digit([1-9])$/.exec(event.code)?.[1]
  const key =
    event.altKey && digit !== undefined ? digit : event.key.length === 1 ? event.key.toUpperCase() : event.key
  return [
    event.ctrlKey || event.metaKey ? 'Ctrl' : '',
    event.altKey ? 'Alt' : '',
    event.shiftKey ? 'Shift' : '',
    key
  ]
    .filter(Boolean)
    .join('+')
}
