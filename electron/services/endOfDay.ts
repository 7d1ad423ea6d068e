/** The last moment of a day, by the clerk's own clock, as ISO text. */
export function endOfDay(date: string): string {
  return new Date(`${date}T23:59:59.999`).toISOString()
}
