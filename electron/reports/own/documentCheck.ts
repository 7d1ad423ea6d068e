import type { Problem } from '#shared/problem.ts'
import { placeholdersIn } from '#shared/domain/report/template/placeholders.ts'
import { UNKNOWN_FIELD, type TemplateCheck } from '#shared/domain/report/template/templateCheck.ts'
import { allFieldNames, isRowField, type TemplateData } from '#shared/domain/report/template/templateData.ts'
import type { TemplateList } from '#shared/domain/report/template/templateLists.ts'
import { unknownField, unknownList } from '#shared/domain/report/template/unknownField.ts'
import { OWN_LOOP } from './documentRows.ts'
import { paragraphsOf } from './documentText.ts'

export interface DocumentScan {
  names: string[]
  rows: TemplateCheck['rows']
  problems: Problem[]
}

/** A paragraph's beginning, so that the clerk finds it. */
function near(text: string): string {
  const plain = text.replace(/\{\{-w:tr [^}]*\}\}|\{\{\/\}\}/g, '').trim()
  return `「${plain.length > 24 ? `${plain.slice(0, 24)}…` : plain}」这一段`
}

/** A document has no addresses: the paragraph is named in words. */
const inParagraph = (text: string, problem: Problem): Problem => ({
  ...problem,
  message: `${near(text)}里，${problem.message}`
})

interface Loop {
  /** Null: a condition, or a list that nobody knows. */
  list: TemplateList | null
  row: TemplateCheck['rows'][number] | null
}

function openLoop(name: string, text: string, data: TemplateData, scan: DocumentScan): Loop {
  const plain = name.replace(/^-w:\w+\s+/, '').replace(OWN_LOOP, '')
  const list = data.list(plain) ?? null
  if (list === null) {
    if (data.value(plain) === undefined)
      scan.problems.push(
        inParagraph(
          text,
          unknownList(
            plain,
            data.lists.map((one) => one.name),
            {}
          )
        )
      )
    return { list: null, row: null }
  }
  const where = name.startsWith('-w:tr') ? `表格里${near(text).replace(/这一段$/, '这一行')}` : near(text)
  const row = { where, list: list.name, fields: [], count: list.rows.length }
  scan.rows.push(row)
  return { list, row }
}

function takeField(
  name: string,
  text: string,
  loops: readonly Loop[],
  data: TemplateData,
  scan: DocumentScan
): void {
  const loop = loops.findLast(({ list }) => list?.has(name) === true)
  if (loop !== undefined) loop.row!.fields.push(name)
  else if (data.value(name) !== undefined) scan.names.push(name)
  else if (isRowField(data, name))
    scan.problems.push(
      inParagraph(text, {
        code: UNKNOWN_FIELD,
        level: 'error',
        message: `「{{${name}}}」是每个单位（或每一条）各有一个的内容，写在这里不知道取哪一个。`,
        place: {},
        value: name,
        suggestion: '请把它写在表格的一行里，或者写在「{{#排名}}」和「{{/排名}}」之间。'
      })
    )
  else scan.problems.push(inParagraph(text, unknownField(name, allFieldNames(data), {})))
}

/** Reads what a part asks for, in its order, with the loops around each placeholder. */
export function scanDocument(xml: string, data: TemplateData, scan: DocumentScan): void {
  const loops: Loop[] = []
  for (const { text } of paragraphsOf(xml)) {
    for (const { kind, name } of placeholdersIn(text)) {
      if (kind === 'OPEN' || kind === 'NONE' || name.startsWith('-w:')) {
        const loop = openLoop(name, text, data, scan)
        if (kind === 'NONE' && loop.row !== null) scan.rows.splice(scan.rows.indexOf(loop.row), 1)
        loops.push(kind === 'NONE' ? { list: null, row: null } : loop)
      } else if (kind === 'CLOSE') loops.pop()
      else takeField(name, text, loops, data, scan)
    }
  }
}
