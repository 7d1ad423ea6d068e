/** Two ways of writing one name are one person: spaces, full-width letters and case do not count. */
export function samePerson(a: string, b: string): boolean {
  const key = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '').toLowerCase()
  return key(a) === key(b)
}
