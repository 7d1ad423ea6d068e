import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { templateData } from '#shared/domain/report/template/templateData.ts'
import { officeFacts, OPTIONS } from '../../helpers/reportFacts.ts'
import { PROJECT } from '../../helpers/workspace.ts'

const page = readFileSync(join(PROJECT, 'docs/report-templates.md'), 'utf8').replaceAll('\r\n', '\n')
const data = templateData(officeFacts({ units: 23 }), OPTIONS)
const plain = <T extends { name: string }>(all: readonly T[]): T[] =>
  all.filter(({ name }) => !name.includes(':'))

/** Rows of the table under a heading, cells trimmed. */
function tableUnder(heading: string): string[][] {
  const section = page.slice(page.indexOf(`\n## ${heading}\n`)).split('\n## ')[1]!
  return section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim())
    )
}

it('lists every field and list as the picker shows them', () => {
  const rowOf = ({ name, description }: { name: string; description: string }): string[] => [
    `\`{{${name}}}\``,
    description
  ]
  expect(tableUnder('Fields of the report')).toEqual(plain(data.fields).map(rowOf))
  const ofScheme = /^(板块|指标)「/
  const named = (list: (typeof data.lists)[number]) =>
    plain(list.fields).filter(({ description }) => !ofScheme.test(description))
  expect(tableUnder('Fields of a unit')).toEqual(named(data.list('排名')!).map(rowOf))
  expect(tableUnder('Lists')).toEqual(
    plain(data.lists).map((list) => [
      `\`{{#${list.name}}}\``,
      list.description,
      named(list)
        .map(({ name }) => name)
        .join(' ')
    ])
  )
})
