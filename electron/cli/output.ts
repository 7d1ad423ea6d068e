import { describePlace, type Problem } from '#shared/problem.ts'

/** Everything that a command says. Results go to stdout, progress and problems to stderr. */
export interface Output {
  line(text?: string): void
  json(value: unknown): void
  note(text: string): void
}

export const terminal: Output = {
  line: (text = '') => process.stdout.write(`${text}\n`),
  json: (value) => process.stdout.write(`${JSON.stringify(value, null, 2)}\n`),
  note: (text) => process.stderr.write(`${text}\n`)
}

/** Columns that a terminal gives to text: a Chinese character takes two. */
function width(text: string): number {
  return [...text].reduce(
    (total, char) =>
      total +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
        char
      )
        ? 2
        : 1),
    0
  )
}

export interface TableColumn {
  header: string
  right?: boolean
}

/** A table with aligned columns. */
export function table(columns: readonly TableColumn[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map((column, index) =>
    Math.max(width(column.header), ...rows.map((row) => width(row[index] ?? '')))
  )
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => {
        const padding = ' '.repeat(widths[index]! - width(cell))
        return columns[index]!.right === true ? padding + cell : cell + padding
      })
      .join('  ')
      .trimEnd()
  return [line(columns.map((column) => column.header)), ...rows.map(line)].join('\n')
}

const LEVELS = { error: '必须修', confirm: '请确认', info: '已规整' } as const

/** Problems grouped by the repair that fixes them, worst first. */
export function problemLines(problems: readonly Problem[]): string[] {
  const groups = new Map<string, Problem[]>()
  for (const problem of problems) {
    const key = `${problem.level}|${problem.group ?? problem.code}|${problem.place.file ?? ''}`
    groups.set(key, [...(groups.get(key) ?? []), problem])
  }
  const order = { error: 0, confirm: 1, info: 2 }
  return [...groups.values()]
    .sort((a, b) => order[a[0]!.level] - order[b[0]!.level])
    .map((group) => {
      const [first] = group
      const more = group.length > 1 ? `（同类 ${group.length} 处）` : ''
      const where = describePlace(first!.place)
      const at = where === '' ? '' : `${where}：`
      return `[${LEVELS[first!.level]}] ${at}${first!.message}${more}${first!.suggestion === undefined ? '' : ` ${first!.suggestion}`}`
    })
}
