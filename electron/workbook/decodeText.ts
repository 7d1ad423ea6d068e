import iconv from 'iconv-lite'
import type { TextEncoding } from './readJob.ts'
import { guessUtf16 } from './sniff.ts'

export interface DecodedText {
  text: string
  encoding: TextEncoding
  /** Bytes that are no text in any encoding tried: shown as `�`. */
  broken: number
  /** The text is formally GB18030 but reads like another encoding (Big5 …). */
  doubtful: boolean
}

const REPLACEMENT = /�/g
/** More broken characters than this share of the non-ASCII ones means: not this encoding. */
const TOLERATED_BROKEN = 0.05

function countBroken(text: string): number {
  return text.match(REPLACEMENT)?.length ?? 0
}

function nonAscii(text: string): number {
  return text.match(/[^\0-\x7f]/g)?.length ?? 0
}

const MARKS: readonly (readonly [TextEncoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]]
]

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, i) => bytes[i] === byte)
}

function fromMark(bytes: Uint8Array): { encoding: TextEncoding; skip: number } | null {
  for (const [encoding, mark] of MARKS) {
    if (startsWith(bytes, mark)) return { encoding, skip: mark.length }
  }
  const guessed = guessUtf16(bytes)
  return guessed === null ? null : { encoding: guessed, skip: 0 }
}

/**
 * Big5 bytes are almost always valid GB18030, as rare characters. Ordinary Chinese lies in the old
 * GB 2312 block (both bytes from A1); text with many pairs outside it is not what it claims to be.
 */
function readsUnlikeChinese(bytes: Uint8Array): boolean {
  let pairs = 0
  let rare = 0
  for (let i = 0; i < bytes.length - 1; i++) {
    const lead = bytes[i] as number
    if (lead < 0x81) continue
    const trail = bytes[i + 1] as number
    pairs++
    // Four-byte characters exist in GB18030 only: they speak for it.
    if (trail >= 0x30 && trail <= 0x39) {
      i += 3
      continue
    }
    if (lead < 0xa1 || lead > 0xf7 || trail < 0xa1) rare++
    i++
  }
  return pairs >= 4 && rare > pairs * 0.3
}

/** Text in the encoding that the clerk chose: broken characters are shown as `�`, and told. */
export function decodeTextAs(bytes: Uint8Array, encoding: TextEncoding): DecodedText {
  const marked = fromMark(bytes)
  const skip = marked?.encoding === encoding ? marked.skip : 0
  const text = iconv.decode(Buffer.from(bytes.subarray(skip)), encoding, { stripBOM: false })
  return { text, encoding, broken: countBroken(text), doubtful: false }
}

/**
 * Text of CSV, TSV, HTML and XML: byte-order mark, else strict UTF-8, else GB18030. GB18030 is never tried
 * first because it accepts most UTF-8 bytes as garbage. iconv-lite rather than TextDecoder, whose GB18030
 * depends on the ICU data of the runtime (Node and Electron ship different ones).
 * Returns null where the bytes are no text in any of them.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const mark = fromMark(bytes)
  if (mark) {
    const text = iconv.decode(buffer.subarray(mark.skip), mark.encoding, { stripBOM: false })
    return { text, encoding: mark.encoding, broken: countBroken(text), doubtful: false }
  }
  const utf8 = buffer.toString('utf8')
  const broken = countBroken(utf8)
  if (broken === 0) return { text: utf8, encoding: 'utf-8', broken, doubtful: false }
  const gb = iconv.decode(buffer, 'gb18030')
  const brokenGb = countBroken(gb)
  const best: DecodedText =
    broken < brokenGb
      ? { text: utf8, encoding: 'utf-8', broken, doubtful: false }
      : { text: gb, encoding: 'gb18030', broken: brokenGb, doubtful: readsUnlikeChinese(bytes) }
  return best.broken > nonAscii(best.text) * TOLERATED_BROKEN + 1 ? null : best
}
