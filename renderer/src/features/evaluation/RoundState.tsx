import type { ReactElement } from 'react'
import type { RoundState } from '#shared/domain/evaluation/evaluationSetup.ts'
import type { RoundHead } from '#shared/ipc/evaluation.ts'
import { evaluationText as text } from '../../text/evaluation.ts'

const LOOKS: Record<RoundState, string> = { OPEN: 'tag tag-check', CLOSED: 'tag tag-done', VOIDED: 'tag' }

export function StateTag({ state }: { state: RoundState }): ReactElement {
  return <span className={LOOKS[state]}>{text.states[state]}</span>
}

/** 「局领导 6/6，处室互评 12/14」: seats with every mark, ballots that came back. */
export function progressText({ progress }: Pick<RoundHead, 'progress'>): string {
  return progress
    .map(({ group, complete, expected }) => `${group === '' ? '' : `${group} `}${complete}/${expected}`)
    .join('，')
}

/** 「还差 局领导 2 席」 while it is open, for the page's head. */
export function leftText({ state, progress, kind }: Pick<RoundHead, 'state' | 'progress' | 'kind'>): string {
  if (state !== 'OPEN') return ''
  const left = progress.filter(({ complete, expected }) => complete < expected)
  if (left.length === 0) return text.allIn
  return text.unfinished(
    left.map(({ group, complete, expected }) => text.seatsLeft(group, expected - complete, kind)).join('、')
  )
}
