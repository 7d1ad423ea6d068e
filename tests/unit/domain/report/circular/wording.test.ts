import { describe, expect, it } from 'vitest'
import { chineseNumber, circularBody } from '#shared/domain/report/circular/circularBody.ts'
import { circularParagraphs } from '#shared/domain/report/circular/circularParagraphs.ts'
import type { CircularEdits, CircularParagraph } from '#shared/domain/report/circular/circularText.ts'
import { circularViewOf } from '#shared/domain/report/circular/circularViewOf.ts'
import { markedText, plainText } from '#shared/domain/report/circular/markedText.ts'
import type { PaperBlock } from '#shared/domain/report/reportContent.ts'
import type { ReportFacts } from '#shared/domain/report/reportFacts.ts'
import { OPTIONS } from '../../../../helpers/reportFacts.ts'
import { bureauFacts } from './bureauFacts.ts'

const TIES = 'overall.race.ties'
const BONUS = 'highlights.race.bonus'

function paragraph(facts: ReportFacts, key: string): CircularParagraph {
  return circularParagraphs(facts, OPTIONS).find((each) => each.key === key)!
}

/** The facts with a paragraph worded over what is computed for them. */
function worded(key: string, word: (marked: string) => string, facts = bureauFacts()): CircularEdits {
  const { computed } = paragraph(facts, key)
  return { [key]: { text: word(markedText(computed)), basis: computed } }
}

const body = (edits: CircularEdits): PaperBlock[] =>
  circularBody(circularParagraphs(bureauFacts({ circularEdits: edits }), OPTIONS), [])

const lines = (blocks: readonly PaperBlock[]): string[] =>
  blocks.flatMap((block) => (block.type === 'paragraph' ? [block.runs.map(({ text }) => text).join('')] : []))

describe('the wording of the clerk', () => {
  it('stands in the document with the numbers of the snapshot', () => {
    const edits = worded(TIES, (marked) =>
      marked.replace('得分同为', '得分相同，都是').replace('并列', '同列')
    )
    expect(lines(body(edits))).toContain(
      '青少年体育处、竞技体育处得分相同，都是95.10分，同列机关处室组第2名。'
    )
    expect(paragraph(bureauFacts({ circularEdits: edits }), TIES)).toMatchObject({
      edited: true,
      stale: null
    })
  })

  it('moves, repeats and drops facts', () => {
    const score = '⟦tie.total.race.departments.youth⟧'
    const edits = worded(TIES, () => `${score}分，就是${score}分。`)
    expect(lines(body(edits))).toContain('95.10分，就是95.10分。')
  })

  it('takes new numbers in as long as the sentences are the same', () => {
    const edits = worded(TIES, (marked) => `经复核，${marked}`)
    const facts = bureauFacts({ circularEdits: edits })
    for (const unit of facts.results.races[0]!.groups[0]!.units)
      if (unit.tied) unit.total = { exact: '94.2', printed: '94.20' }
    expect(plainText(paragraph(facts, TIES).pieces)).toBe(
      '经复核，青少年体育处、竞技体育处得分同为94.20分，并列机关处室组第2名。'
    )
  })

  it('is set aside, not printed, when the facts under it are others', () => {
    const edits = worded(TIES, (marked) => `经复核，${marked}`)
    const facts = bureauFacts({ circularEdits: edits })
    // The third is tied as well now: a text that names two would leave one out.
    facts.results.races[0]!.groups[0]!.units[3]!.rank = 2
    facts.results.races[0]!.groups[0]!.units[3]!.tied = true
    const { pieces, computed, edited, stale } = paragraph(facts, TIES)
    expect({ edited, pieces }).toEqual({ edited: false, pieces: computed })
    expect(plainText(pieces)).toContain('规划财务处')
    expect(plainText(stale!)).toBe('经复核，青少年体育处、竞技体育处得分同为95.10分，并列机关处室组第2名。')
  })

  it('keeps wordings of paragraphs that there are none of now', () => {
    const edits: CircularEdits = { gone: { text: '写过的字。', basis: [] } }
    const view = circularViewOf(bureauFacts({ circularEdits: edits }), OPTIONS)
    expect(view.edits).toEqual(edits)
    expect(view.paragraphs.some(({ key }) => key === 'gone')).toBe(false)
  })

  it('is none when it says what is computed', () => {
    expect(paragraph(bureauFacts({ circularEdits: worded(TIES, (marked) => marked) }), TIES).edited).toBe(
      false
    )
  })

  it('treats a bracket that was typed as a bracket, and a false mark as words', () => {
    const edits = worded(TIES, () => '见⟦⟦附表⟧，⟦mean.race⟧。')
    expect(lines(body(edits))).toContain('见⟦附表⟧，⟦mean.race⟧。')
    expect(
      paragraph(bureauFacts({ circularEdits: edits }), TIES).pieces.every(({ fact }) => fact === undefined)
    ).toBe(true)
  })
})

describe('paragraphs on paper', () => {
  it('a dropped one is gone, and the numbers close up', () => {
    const numbers = (edits: CircularEdits): string[] =>
      lines(body(edits)).flatMap((line) => /^（.）/.exec(line) ?? [])
    expect(numbers({}).slice(0, 4)).toEqual(['（一）', '（二）', '（三）', '（四）'])
    expect(lines(body(worded(BONUS, () => ''))).some((line) => line.includes('加分情况'))).toBe(false)
    expect(numbers(worded('highlights.race.first', () => ' \n')).slice(0, 4)).toEqual([
      '（一）',
      '（二）',
      '（三）',
      '（一）'
    ])
  })

  it('a heading goes with its last paragraph', () => {
    const facts = bureauFacts()
    const problems = circularParagraphs(facts, OPTIONS).filter(({ part }) => part === 'PROBLEMS')
    const edits = Object.assign({}, ...problems.map(({ key }) => worded(key, () => ''))) as CircularEdits
    const headings = body(edits).flatMap((block) => (block.type === 'heading' ? [block.text] : []))
    expect(headings).toEqual(['一、总体情况', '二、工作亮点', '三、下一步工作要求'])
  })

  it('count on beyond ten', () => {
    expect([1, 10, 11, 19, 20, 21, 30, 42].map(chineseNumber).join(' ')).toBe(
      '一 十 十一 十九 二十 二十一 三十 四十二'
    )
  })

  it('line breaks make further paragraphs', () => {
    const edits = worded(TIES, (marked) => `${marked}\n\n特此说明。`)
    const all = lines(body(edits))
    const at = all.findIndex((line) => line.startsWith('青少年体育处'))
    expect(all[at + 1]).toBe('特此说明。')
  })

  it('the number and a short first sentence are in 楷体, facts in them too', () => {
    const runs = body({}).flatMap((block) =>
      block.type === 'paragraph' && block.runs[0]!.text === '（二）' ? [block.runs] : []
    )[0]!
    expect(
      runs
        .filter(({ kai }) => kai === true)
        .map(({ text }) => text)
        .join('')
    ).toBe('（二）目标任务。')
    expect(runs.find(({ text }) => text === '目标任务')).toEqual({
      text: '目标任务',
      fact: 'dimension.task',
      kai: true
    })
    const long = worded(BONUS, (marked) =>
      marked.replace('加分情况。', '本季度有关单位按照方案规定取得的各类加分情况说明如下')
    )
    const shown = body(long).flatMap((block) =>
      block.type === 'paragraph' && block.runs.some(({ text }) => text.includes('各类加分'))
        ? [block.runs]
        : []
    )[0]!
    expect(shown.filter(({ kai }) => kai === true).map(({ text }) => text)).toEqual(['（四）'])
  })
})
