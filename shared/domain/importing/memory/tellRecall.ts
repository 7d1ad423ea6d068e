import { periodTitle } from '../../period/periodKey.ts'
import type { ImportContext } from '../importContext.ts'
import type { ProblemSink } from '../problems/problemSink.ts'
import type { Fit } from './chooseMemory.ts'
import { hasSource } from './fingerprint.ts'
import type { RememberedSheet } from './rememberedMapping.ts'
import type { Detected, UsableAnswers } from './usableAnswers.ts'

const SHOWN = 5
const IF_NOT = '不合适时，请选择「不沿用」。'

/** Says what was taken over from an earlier quarter, and what was not: nothing of it happens quietly. */
export function tellRecall(
  fit: Fit,
  usable: UsableAnswers,
  filled: number,
  detected: Detected,
  context: ImportContext,
  sink: ProblemSink
): void {
  const from = fromWhere(fit.memory)
  if (filled > 0) {
    const absent =
      usable.absent.length === 0
        ? ''
        : `上次有、这次没有的列：${listed(usable.absent.map((key) => `「${key}」`))}。`
    sink.add(null, {
      code: 'MEMORY_USED',
      level: fit.exact ? 'info' : 'confirm',
      message: fit.exact
        ? `沿用${from}的对应关系，共 ${filled} 项。`
        : `表头与${from}不完全一样，沿用了对得上的 ${filled} 项。${absent}`,
      suggestion: fit.exact ? IF_NOT : `请核对各列的用途。${IF_NOT}`
    })
  }
  if (fit.isElsewhere && hasSource(fit.memory.mapping)) {
    sink.add(null, {
      code: 'MEMORY_OF_OTHER_FILE',
      level: 'info',
      message: `${from}的表头与这张表一样，但它是另一份表：上次为它指定的单位、指标没有沿用。`
    })
  }
  if (usable.gone.length > 0) {
    sink.add(null, {
      code: 'MEMORY_GONE',
      level: 'confirm',
      message: `${from}的对应关系里，这些已经不适用，没有沿用：${listed(usable.gone)}。`,
      suggestion: '请核对这些列、名称现在对应什么。'
    })
  }
  tellSubject('单位', usable.unit, detected.unit, context.units.index.nameOf, from, sink)
  tellSubject('指标', usable.indicator, detected.indicator, context.indicators.index.nameOf, from, sink)
  tellNames(usable, from, context, sink)
}

/** Whose sheet it is, or what it is about, rests on its file alone: the clerk has to look. */
function tellSubject(
  what: '单位' | '指标',
  answer: string | null,
  detected: string | null,
  nameOf: (code: string) => string,
  from: string,
  sink: ProblemSink
): void {
  if (answer === null) return
  sink.add(null, {
    code: what === '单位' ? 'MEMORY_UNIT' : 'MEMORY_INDICATOR',
    level: 'confirm',
    message:
      detected === null
        ? `表里看不出是哪个${what}，按${from}的选择作为「${nameOf(answer)}」导入。`
        : `表里写的是「${nameOf(detected)}」，${from}时选择的是「${nameOf(answer)}」，这次也按「${nameOf(answer)}」导入。`,
    suggestion: `请核对这张表是哪个${what}的。`
  })
}

function tellNames({ names }: UsableAnswers, from: string, context: ImportContext, sink: ProblemSink): void {
  const told = (text: string, message: string): void =>
    sink.add(null, { code: 'MEMORY_NAME', level: 'info', message, group: `MEMORY_NAME:${text}` })
  for (const [text, answer] of Object.entries(names.indicators)) {
    told(
      text,
      answer === 'SKIP'
        ? `「${text}」按${from}的选择没有导入。`
        : `「${text}」按${from}的选择作为指标「${context.indicators.index.nameOf(answer.indicator)}」。`
    )
  }
  for (const [text, code] of Object.entries(names.classes))
    told(text, `「${text}」按${from}的选择作为加减分类别「${context.classes.nameOf(code)}」。`)
}

/** Several quarters' answers fit equally well and say different things. */
export function tellTie(fits: readonly Fit[], sink: ProblemSink): void {
  const places = [...new Set(fits.map(({ memory }) => `${fromWhere(memory)}「${memory.sheet}」`))]
  sink.add(null, {
    code: 'MEMORY_TIE',
    level: 'confirm',
    message: `以前的对应关系有 ${places.length} 份与这张表同样接近，看不出该用哪一份，都没有沿用：${places.slice(0, SHOWN).join('、')}。`,
    suggestion: '请核对各列的用途。'
  })
}

function listed(texts: readonly string[]): string {
  const more = texts.length > SHOWN ? ` 等 ${texts.length} 项` : ''
  return texts.slice(0, SHOWN).join('、') + more
}

function fromWhere({ period, fileName }: RememberedSheet): string {
  return `${periodTitle(period)}《${fileName}》`
}
