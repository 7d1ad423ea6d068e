import type { BoardMeasure, BoardRule } from '../../scheme/boardRules.ts'
import type { RaceDefinition } from '../../scheme/schemeDefinition.ts'
import type { GroupResult } from '../resultSet.ts'
import { entryOf, type BoardEntry } from './boardEntry.ts'
import { measureGroup, type MeasureContext } from './measure.ts'

type TopicsRule = Extract<BoardRule, { kind: 'TOPICS' }>

interface Topic {
  code: string
  name: string
  measure: BoardMeasure
}

/**
 * The first and the last of every topic (S49: three red plates and one yellow for each of six topics). A tie on the line
 * is taken in whole. Nobody is on both sides of one topic: who is among the first is not among the last.
 */
export function topicEntries(
  rule: TopicsRule,
  race: RaceDefinition,
  group: GroupResult,
  context: Omit<MeasureContext, 'fulfilled'>
): BoardEntry[] {
  const perTopic = topicsOf(rule, race).map((topic) => ({
    topic,
    measured: measureGroup(group, topic.measure, { ...context, fulfilled: '100' })
  }))
  const reason = (name: string, rank: number, text: string, line: string): string =>
    `「${name}」${text} 分，第 ${rank} 名，${line}`
  const good = perTopic.flatMap(({ topic, measured }) =>
    measured
      .filter(({ rank }) => rank <= rule.first)
      .map(({ unit, rank, text }) =>
        entryOf(unit, {
          side: 'GOOD',
          topic: topic.code,
          rank,
          text,
          reason: reason(topic.name, rank, text, `在前 ${rule.first} 名`)
        })
      )
  )
  const bad = perTopic.flatMap(({ topic, measured }) =>
    measured
      .filter(({ rank, behind }) => behind < rule.last && rank > rule.first && rank > 1)
      .map(({ unit, rank, text }) =>
        entryOf(unit, {
          side: 'BAD',
          topic: topic.code,
          rank,
          text,
          reason: reason(topic.name, rank, text, `在后 ${rule.last} 名`)
        })
      )
  )
  return [...good, ...bad]
}

function topicsOf(rule: TopicsRule, race: RaceDefinition): Topic[] {
  const all =
    rule.topics === 'DIMENSIONS'
      ? race.dimensions.map(({ code, name }): Topic => ({
          code,
          name,
          measure: { by: 'DIMENSION', dimension: code }
        }))
      : race.dimensions.flatMap((dimension) =>
          dimension.indicators.map(({ code, name }): Topic => ({
            code,
            name,
            measure: { by: 'INDICATOR', indicator: code }
          }))
        )
  return rule.only === undefined ? all : all.filter((topic) => rule.only!.includes(topic.code))
}
