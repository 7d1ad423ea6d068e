import type { Problem } from '../../../problem.ts'
import type { SchemeDefinition } from '../schemeDefinition.ts'
import { schemeProblem } from '../schemeProblem.ts'
import type { VetoKind } from '../vetoKinds.ts'

/**
 * 否决事项: grades that they name exist, and switching them on is a decision that the central line of 2019 (清理规范
 * 一票否决, S74a) makes the office answer for.
 */
export function checkVetoes(scheme: SchemeDefinition): Problem[] {
  const grades = new Set(scheme.races.flatMap((race) => race.grades?.levels.map((level) => level.name) ?? []))
  return [...scheme.vetoKinds.flatMap((kind) => checkKind(kind, grades)), ...checkSwitch(scheme)]
}

function checkKind(kind: VetoKind, grades: ReadonlySet<string>): Problem[] {
  const at = `否决事项「${kind.name}」`
  const error = (code: string, message: string, suggestion: string): Problem =>
    schemeProblem('error', code, `${kind.code}:${message}`, message, suggestion)
  const named = [...(kind.gradeCap === undefined ? [] : [kind.gradeCap]), ...kind.awards]
  const needsGrades = kind.effects.includes('GRADE_DROP') && grades.size === 0
  return [
    ...named
      .filter((grade) => !grades.has(grade))
      .map((grade) =>
        error('UNKNOWN_GRADE', `${at}用到的等次「${grade}」，哪个赛项都没有。`, '请改成等次表里的名称。')
      ),
    ...(kind.effects.includes('GRADE_CAP') && kind.gradeCap === undefined
      ? [error('VETO_WITHOUT_GRADE', `${at}限制最高等次，但没有写最高到哪一等。`, '请填最高等次。')]
      : []),
    ...(kind.effects.includes('EXCLUDE_FROM_AWARD') && kind.awards.length === 0
      ? [
          error(
            'VETO_WITHOUT_AWARDS',
            `${at}取消评优，但没有写哪些等次算评优。`,
            '请填算奖项的等次，如 优秀。'
          )
        ]
      : []),
    ...(needsGrades
      ? [error('VETO_WITHOUT_GRADE', `${at}要降一等，但赛项没有设等次。`, '请先设等次，或改后果。')]
      : [])
  ]
}

function checkSwitch({ policies, vetoKinds }: SchemeDefinition): Problem[] {
  if (!policies.vetoes) {
    if (vetoKinds.length === 0) return []
    return [
      schemeProblem(
        'info',
        'VETOES_OFF',
        'vetoes',
        `列了 ${vetoKinds.length} 项否决事项，但一票否决没有启用，不起作用。`,
        '要用就在通用规则里启用。'
      )
    ]
  }
  const without = vetoKinds.filter((kind) => kind.basis.trim() === '')
  const basis =
    without.length === 0 ? '' : `其中 ${without.map((kind) => `「${kind.name}」`).join('')}没有写依据。`
  return [
    schemeProblem(
      'confirm',
      'VETOES_ON',
      'vetoes',
      `启用了一票否决。2019 年起中央要求清理规范一票否决事项，没有法律法规或中央文件依据的不应使用。${basis}`,
      '请逐项核对依据；没有依据的请删去，或在通用规则里停用。'
    ),
    ...(vetoKinds.length === 0
      ? [
          schemeProblem(
            'confirm',
            'VETOES_WITHOUT_KINDS',
            'vetoKinds',
            '启用了一票否决，但没有列否决事项，无法登记。',
            '请列出否决事项，或在通用规则里停用。'
          )
        ]
      : [])
  ]
}
