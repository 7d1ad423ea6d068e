/**
 * Widths without a font: what a drawing needs to keep texts apart wherever it is shown. Estimated a little wide for the
 * faces that charts are set in (Microsoft YaHei, SimHei, Noto Sans CJK).
 */

/** In em. */
function charWidth(char: string): number {
  const code = char.codePointAt(0)!
  if (code > 0x2e7f || (code >= 0x2010 && code <= 0x22ff)) return 1
  if (code >= 0x30 && code <= 0x39) return 0.56
  if (/[.,:;'|!il ]/.test(char)) return 0.32
  if (/[A-Z@%&mw+<>=~−]/.test(char)) return 0.86
  return 0.6
}

/** Width of a line in the unit of `size`, bold ones a little wider. */
export function textWidth(text: string, size: number, bold = false): number {
  let width = 0
  for (const char of text) width += char === '−' ? 0.6 : charWidth(char)
  return width * size * (bold ? 1.04 : 1)
}

/** The beginning of a text that `room` holds, with … where something was cut off. */
export function shortened(text: string, room: number, size: number, bold = false): string {
  if (textWidth(text, size, bold) <= room) return text
  const chars = Array.from(text)
  while (chars.length > 0 && textWidth(`${chars.join('')}…`, size, bold) > room) chars.pop()
  return `${chars.join('')}…`
}

/** At most `most` lines that fit into `room`, the last one shortened. Breaks anywhere, as Chinese does. */
export function wrapped(text: string, room: number, size: number, most: number, bold = false): string[] {
  const lines: string[] = []
  let rest = Array.from(text)
  while (rest.length > 0 && lines.length < most - 1) {
    let taken = rest.length
    while (taken > 1 && textWidth(rest.slice(0, taken).join(''), size, bold) > room) taken -= 1
    lines.push(rest.slice(0, taken).join(''))
    rest = rest.slice(taken)
  }
  if (rest.length > 0) lines.push(shortened(rest.join(''), room, size, bold))
  return lines
}
