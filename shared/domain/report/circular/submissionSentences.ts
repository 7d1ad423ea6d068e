import type { ReportFacts, SubmissionFact } from '../reportFacts.ts'
import type { CircularPiece } from './circularText.ts'
import { counted, type Mention, type Naming } from './naming.ts'
import { dayWords } from './periodWords.ts'
import { fact, listed, say, type Phrase } from './say.ts'
import { submissionTrend } from './submissionTrend.ts'

/** Names of indicators that are written out for a unit that handed in only part. */
const MOST_INDICATORS = 3

/** 数据报送 as a highlight: everything came in, in time where there was a date. Nothing when something is open. */
export function allHandedIn(facts: ReportFacts): CircularPiece[] {
  const { submissions, dueDate } = facts
  const isComplete = submissions.every(({ state, late }) => state === 'COMPLETE' && !late)
  if (submissions.length === 0 || !isComplete) return []
  const count = fact('n.submitted', submissions.length)
  return say`数据报送。${count}个单位均${dueDate === null ? '已' : '按时'}报齐数据。${trends(facts)}`
}

/** Who handed in nothing, not all, or late, with the counts of earlier quarters (S61). */
export function openSubmissions(facts: ReportFacts, naming: Naming): CircularPiece[] {
  const { submissions, dueDate } = facts
  const sentence = (
    role: string,
    words: Phrase,
    of: readonly SubmissionFact[],
    more?: (each: SubmissionFact) => Phrase
  ): Phrase => {
    if (of.length === 0) return ''
    const mentions = of.map((each): Mention => ({
      ...naming.badUnit(each),
      ...(more === undefined ? {} : { more: more(each) })
    }))
    return say`${words}的有${counted(role, mentions)}。`
  }
  const inState = (state: SubmissionFact['state']): SubmissionFact[] =>
    submissions.filter((each) => each.state === state)
  const due = dueDate === null ? '' : say`（截止${fact('due', dayWords(dueDate))}）`
  const body = say`${sentence('missing', '零报送', inState('MISSING'))}${sentence('partly', '缺项', inState('PARTLY'), lacking)}${sentence(
    'late',
    say`迟报${due}`,
    submissions.filter((each) => each.late)
  )}`
  return body.length === 0 ? [] : say`数据报送。${body}${trends(facts)}`
}

/** 缺指标1、指标2等5项. */
function lacking({ unit, missing, filled, expected }: SubmissionFact): Phrase {
  if (missing.length === 0)
    return say`应报${fact(`partly.expected.${unit}`, expected)}项，已报${fact(`partly.filled.${unit}`, filled)}项`
  const names = missing
    .slice(0, MOST_INDICATORS)
    .map((name, index) => fact(`partly.indicator${index}.${unit}`, name))
  const rest = missing.length > MOST_INDICATORS ? say`等${fact(`partly.n.${unit}`, missing.length)}项` : ''
  return say`缺${listed(names)}${rest}`
}

function trends({ submissionCounts }: ReportFacts): Phrase {
  return [submissionTrend(submissionCounts, 'missing'), submissionTrend(submissionCounts, 'late')]
}
