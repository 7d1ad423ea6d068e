import type { UnitResult } from '../../ranking/resultSet.ts'

/** Files by short marks: their names are long, and a few of them feed a whole card. */
export interface NumberedFiles {
  called: (file: string) => string
  /** 「数据来源：①目标任务汇总表.xlsx；②自评表.xlsx。」; '' without files. */
  legend: string
}

const CIRCLED = 20

/** ① to ⑳, (21) and so on. */
function mark(index: number): string {
  return index < CIRCLED ? String.fromCodePoint(0x2460 + index) : `(${index + 1})`
}

/** The files that a unit's numbers come from, in the order in which the card comes upon them. */
export function numberedFiles({ dimensions }: UnitResult): NumberedFiles {
  const inputs = dimensions.flatMap(({ indicators }) => indicators.flatMap(({ trace }) => trace.inputs))
  const names = inputs.flatMap(({ source }) => (source?.kind === 'cell' ? [source.file] : []))
  const files = new Map([...new Set(names)].map((file, index) => [file, mark(index)]))
  const legend = Array.from(files, ([file, number]) => `${number}${file}`).join('；')
  return {
    called: (file) => files.get(file) ?? file,
    legend: legend === '' ? '' : `数据来源：${legend}。`
  }
}
