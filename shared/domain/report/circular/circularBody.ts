import type { PaperBlock, TextRun } from '../reportContent.ts'
import type { CircularPart } from '../reportOptions.ts'
import type { CircularParagraph, CircularPiece } from './circularText.ts'
import { joined, plainText } from './markedText.ts'

const NUMBERS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** 一, 二 … 十, 十一 … 二十, 二十一. */
export function chineseNumber(number: number): string {
  if (number <= 10) return NUMBERS[number - 1]!
  const tens = Math.floor(number / 10)
  const ones = number % 10
  return `${tens === 1 ? '' : NUMBERS[tens - 1]!}十${ones === 0 ? '' : NUMBERS[ones - 1]!}`
}

/** Parts of the text that stand under a heading. */
const HEADINGS: Partial<Record<CircularPart, string>> = {
  OVERALL: '总体情况',
  HIGHLIGHTS: '工作亮点',
  PROBLEMS: '存在问题',
  NEXT_STEPS: '下一步工作要求'
}
const PARTS: readonly CircularPart[] = ['BASIS', 'OVERALL', 'HIGHLIGHTS', 'PROBLEMS', 'NEXT_STEPS']

/** Headings and paragraphs of the parts that are not left out; numbers follow what is there. */
export function circularBody(
  paragraphs: readonly CircularParagraph[],
  omit: readonly CircularPart[]
): PaperBlock[] {
  const blocks: PaperBlock[] = []
  let heading = 0
  for (const part of PARTS) {
    const present = paragraphs.filter(
      (each) => each.part === part && !omit.includes(part) && plainText(each.pieces).trim() !== ''
    )
    if (present.length === 0) continue
    const title = HEADINGS[part]
    if (title !== undefined) {
      heading += 1
      blocks.push({ type: 'heading', level: 1, text: `${chineseNumber(heading)}、${title}` })
    }
    blocks.push(...partBlocks(present))
  }
  return blocks
}

/** （一） … where there are several of them. */
function partBlocks(paragraphs: readonly CircularParagraph[]): PaperBlock[] {
  const isCounted = paragraphs.filter((each) => each.numbered).length > 1
  let number = 0
  return paragraphs.flatMap(({ pieces, numbered }) => {
    const lines = linesOf(pieces)
    if (numbered) number += 1
    return lines.map((line, index): PaperBlock => {
      if (!numbered || index > 0) return { type: 'paragraph', runs: line.map(plainRun) }
      return { type: 'paragraph', runs: leadRuns(line, isCounted ? `（${chineseNumber(number)}）` : '') }
    })
  })
}

/** Line breaks in the clerk's words make further paragraphs; empty ones are dropped. Facts stay in one line. */
function linesOf(pieces: readonly CircularPiece[]): CircularPiece[][] {
  const lines: CircularPiece[][] = [[]]
  for (const piece of pieces) {
    const [first = '', ...more] = piece.fact === undefined ? piece.text.split(/\r?\n/) : [piece.text]
    lines.at(-1)!.push({ ...piece, text: first })
    for (const text of more) lines.push([{ ...piece, text }])
  }
  return lines.map(joined).filter((line) => plainText(line).trim() !== '')
}

function plainRun({ text, fact }: CircularPiece): TextRun {
  return fact === undefined ? { text } : { text, fact }
}

/** A first sentence longer than this is no lead. */
const LONGEST_LEAD = 24

/** Number and first sentence in 楷体 (GB/T 9704: second level), the rest in 仿宋. */
function leadRuns(line: readonly CircularPiece[], number: string): TextRun[] {
  const runs: TextRun[] = number === '' ? [] : [{ text: number, kai: true }]
  const plain = plainText(line)
  const end = plain.indexOf('。') + 1
  if (end === 0 || end > LONGEST_LEAD || end === plain.length) return [...runs, ...line.map(plainRun)]
  let left = end
  for (const piece of line) {
    const { text } = piece
    const run = plainRun(piece)
    if (left >= text.length) runs.push({ ...run, kai: true })
    else if (left > 0)
      runs.push({ ...run, text: text.slice(0, left), kai: true }, { ...run, text: text.slice(left) })
    else runs.push(run)
    left -= text.length
  }
  return runs
}
