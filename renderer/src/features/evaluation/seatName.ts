import { seatLabel } from '#shared/domain/evaluation/evaluationSetup.ts'
import type { MarkPlace } from '#shared/domain/evaluation/roundMark.ts'
import type { RoundView } from '#shared/ipc/evaluation.ts'

/** 「局领导 评委 3」, 「第 17 票」, 「优秀」: whose mark it is, for the clerk. */
export function seatName({ group, seat }: Pick<MarkPlace, 'group' | 'seat'>, view: RoundView): string {
  const own = view.setup.groups.find(({ name }) => name === group)?.seats.find(({ key }) => key === seat)
  const word =
    view.kind === 'JUDGES'
      ? seatLabel(own ?? { key: seat, name: '' })
      : view.setup.entry === 'EACH'
        ? `第 ${seat} 票`
        : seat
  return [group, word].filter((part) => part !== '').join(' ')
}

export function unitName(code: string, view: RoundView): string {
  return view.judged.units.find((unit) => unit.code === code)?.name ?? code
}
