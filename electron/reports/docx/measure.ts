/**
 * Widths without a font, in half-width characters (half an em). Latin letters and digits are reckoned a little wider than
 * those of Times New Roman, as another face may stand in; Chinese punctuation takes a whole character.
 */

/** Pieces that are not torn: Chinese breaks between any two characters, numbers and Latin words do not. */
const PIECES = /[\u0021-\u2009]+|./gsu
const LATIN = 1.12

function charWidth(char: string): number {
  return char.codePointAt(0)! < 0x2010 ? LATIN : 2
}

/** Width of a line. Word leaves a quarter of a character between Chinese and digits. */
export function lineWidth(text: string): number {
  const changes = text.match(/(?<=[\u2e80-\uffef])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z])(?=[\u2e80-\uffef])/g)
  let width = (changes?.length ?? 0) / 2
  for (const char of text) width += charWidth(char)
  return width
}

export function longestPiece(text: string): number {
  return Math.max(2, ...(text.match(PIECES) ?? []).map(lineWidth))
}

/** Lines that a text takes in a width. */
export function linesIn(text: string, room: number): number {
  return text.split('\n').reduce((lines, part) => lines + Math.max(1, Math.ceil(lineWidth(part) / room)), 0)
}

function filled(text: string, limit: number): string[] {
  const lines: string[] = ['']
  for (const piece of text.match(PIECES) ?? []) {
    if (lines.at(-1) !== '' && lineWidth(lines.at(-1)! + piece) > limit) lines.push('')
    lines[lines.length - 1] += piece
  }
  return lines
}

/** A head or title that must break, broken into as few lines of like length: 目标／任务 and not 目标任／务. */
export function balanced(text: string, room: number): string {
  if (text.includes('\n'))
    return text
      .split('\n')
      .map((line) => balanced(line, room))
      .join('\n')
  const width = lineWidth(text)
  // A width that is just as wide as the words holds them in one program and not in another.
  if (width + 0.4 <= room) return text
  const count = Math.ceil((width + 0.4) / room)
  for (let limit = width / count; limit < room; limit += 0.5) {
    const lines = filled(text, limit)
    if (lines.length <= count) return lines.join('\n')
  }
  return filled(text, room).join('\n')
}
