/** Entries that occur more than once, each named once. */
export function duplicatesOf(entries: readonly string[]): string[] {
  return [...new Set(entries.filter((entry, index) => entries.indexOf(entry) !== index))]
}
