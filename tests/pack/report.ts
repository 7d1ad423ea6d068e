let failures = 0

/** Prints what holds. */
export function passed(text: string): void {
  console.log(`ok    ${text}`)
}

/** Prints what does not hold; the check goes on, and ends with an exit code. */
export function failed(text: string): void {
  failures++
  console.log(`FAIL  ${text}`)
}

/** Prints what was not looked at, and why. */
export function leftOut(text: string): void {
  console.log(`-     ${text}`)
}

export function expect(holds: boolean, text: string, otherwise = text): void {
  if (holds) passed(text)
  else failed(otherwise)
}

export function failureCount(): number {
  return failures
}
