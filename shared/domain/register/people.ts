/** Names in one field: 「张三、李四」. */
function namesIn(text: string): string[] {
  return text
    .normalize('NFKC')
    .split(/[、,;/\n]+/)
    .map((name) => name.replace(/\s/g, ''))
    .filter((name) => name !== '')
}

/** Whether a name is among those of a field. Spaces and full-width letters make no difference. */
export function samePerson(name: string, field: string): boolean {
  const known = new Set(namesIn(field))
  return namesIn(name).some((entry) => known.has(entry))
}
