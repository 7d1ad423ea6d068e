import { AppError } from '#shared/appError.ts'
import { compareRecomputed } from '#shared/domain/revision/recomputed.ts'
import { canonicalInput } from '#shared/domain/scoring/canonicalInput.ts'
import { scoringInput, type ScoringInput } from '#shared/domain/scoring/scoringInput.ts'
import type { Verification } from '#shared/ipc/revision.ts'
import { storedSnapshot } from '#db/repos/snapshotHeads.ts'
import { hashOf, resultsOf } from './compute.ts'
import type { Library } from './library.ts'

type Stored = NonNullable<ReturnType<typeof storedSnapshot>>

/**
 * 复算: computes a frozen quarter again from its own stored inputs, nothing else, and holds inputs and results against
 * what was recorded. Throws NOT_FOUND for an unknown snapshot; everything else is told, not thrown.
 */
export function verifySnapshot(library: Library, publicId: string): Verification {
  const stored = storedSnapshot(library.db, publicId)
  if (stored === null) throw new AppError('NOT_FOUND', `没有冻结版本「${publicId}」。`)
  const inputsFound = hashOf(stored.inputs)
  const damage = [
    ...(inputsFound === stored.inputsHash ? [] : ['冻结时的输入与记录的校验值不符，可能被外部程序改动过。']),
    ...(hashOf(stored.payload) === stored.payloadHash
      ? []
      : ['冻结的成绩与记录的校验值不符，可能被外部程序改动过。'])
  ]
  const input = parseInput(stored.inputs)
  const again = input === null ? unreadable(stored) : recompute(stored, input)
  const differences = [...damage, ...again.differences]
  return {
    snapshot: publicId,
    ok: differences.length === 0,
    inputs: { recorded: stored.inputsHash, found: inputsFound },
    results: { recorded: stored.payloadHash, found: again.hash },
    differences,
    notes: again.notes
  }
}

interface Again {
  hash: string
  differences: string[]
  notes: string[]
}

function recompute(stored: Stored, input: ScoringInput): Again {
  const canonical = canonicalInput(input)
  const results = { ...resultsOf(input), inputsHash: stored.inputsHash }
  const hash = hashOf(JSON.stringify(results))
  if (hash === stored.payloadHash && hashOf(stored.payload) === hash)
    return { hash, differences: canonicalProblem(stored, canonical), notes: [] }
  const { differences, oneSided } = compareRecomputed(parseJson(stored.payload), results)
  return {
    hash,
    differences: [...canonicalProblem(stored, canonical), ...differences],
    notes:
      oneSided.length === 0
        ? []
        : [
            `这一版由 ${stored.appVersion} 版程序冻结，与本版的记录内容不完全相同；只核对了两版都有的内容，没有核对：${oneSided.join('、')}。`
          ]
  }
}

/** Written out again, intact inputs give the same text; a version of the program may add what older ones left out. */
function canonicalProblem(stored: Stored, canonical: string): string[] {
  const intact = hashOf(stored.inputs) === stored.inputsHash
  if (!intact || canonical === stored.inputs || contains(parseJson(canonical), parseJson(stored.inputs)))
    return []
  return ['冻结时的输入读出后再写，内容与原来不同，这一版程序不能可靠地复算。']
}

/** Whether everything of `part` stands in `whole`; what `whole` has beyond it are defaults of later versions. */
function contains(whole: unknown, part: unknown): boolean {
  if (Array.isArray(part)) {
    return (
      Array.isArray(whole) &&
      whole.length === part.length &&
      part.every((entry, index) => contains(whole[index], entry))
    )
  }
  if (typeof part !== 'object' || part === null) return whole === part
  return (
    typeof whole === 'object' &&
    whole !== null &&
    Object.entries(part).every(([key, value]) => contains((whole as Record<string, unknown>)[key], value))
  )
}

function unreadable(stored: Stored): Again {
  return {
    hash: '',
    differences: [`冻结时的输入读不出来（由 ${stored.appVersion} 版程序写入），无法复算。`],
    notes: []
  }
}

function parseInput(text: string): ScoringInput | null {
  return scoringInput.safeParse(parseJson(text)).data ?? null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}
