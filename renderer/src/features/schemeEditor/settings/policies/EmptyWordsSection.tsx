import { Button, Input } from 'antd'
import { useState, type ReactElement } from 'react'
import {
  DEFAULT_EMPTY_WORDS,
  emptyWordMeaning,
  type EmptyWordMeaning
} from '#shared/domain/scheme/schemeDefinition.ts'
import { EmptyState } from '../../../../components/EmptyState.tsx'
import { Panel } from '../../../../components/Panel.tsx'
import { policySettingsText } from '../../../../text/policySettings.ts'
import type { Draft, EditorTabProps } from '../../editorTab.ts'
import { ChoiceField } from '../fields/ChoiceField.tsx'
import { RowTools } from '../fields/RowTools.tsx'
import { put } from '../listEdits.ts'

const { words: text, labels } = policySettingsText
const MEANINGS = emptyWordMeaning.options.map((value) => ({ value, label: text.meanings[value] }))

/** What 「/」, 「无」, 「未报」 … in a number's place mean. */
export function EmptyWordsSection({ draft, change }: EditorTabProps): ReactElement {
  const [word, setWord] = useState('')
  const words = wordsOf(draft)
  const next = word.trim()
  const exists = Object.hasOwn(words, next)
  const set = (update: (words: Record<string, EmptyWordMeaning>) => Record<string, EmptyWordMeaning>): void =>
    change((before) => ({ ...before, emptyWords: update(wordsOf(before)) }), labels.words)
  const entries = Object.entries(words)
  return (
    <Panel
      title={text.title}
      hint={text.hint}
      scroll
      extra={
        draft.emptyWords === undefined ? undefined : (
          <Button
            size="small"
            onClick={() => change((before) => put(before, 'emptyWords', undefined), labels.words)}
          >
            {text.reset}
          </Button>
        )
      }
    >
      <form
        className="set-bar"
        onSubmit={(event) => {
          event.preventDefault()
          if (next === '' || exists) return
          set((before) => ({ ...before, [next]: 'NA' }))
          setWord('')
        }}
      >
        <Input
          size="small"
          className="set-race"
          aria-label={text.word}
          placeholder={text.placeholder}
          maxLength={20}
          value={word}
          onChange={(event) => setWord(event.target.value)}
        />
        <Button size="small" htmlType="submit" disabled={next === '' || exists}>
          {text.add}
        </Button>
        <span className="soft small">{exists ? text.exists(next) : text.count(entries.length)}</span>
      </form>
      {entries.length === 0 ? (
        <EmptyState title={text.empty.title} hint={text.empty.hint} />
      ) : (
        <table className="plain set-rows">
          <thead>
            <tr>
              <th className="set-col-name">{text.word}</th>
              <th className="set-col-choice">{text.meaning}</th>
              <th>{text.effect}</th>
              <th className="set-col-tools" />
            </tr>
          </thead>
          <tbody>
            {entries.map(([key, meaning]) => (
              <tr key={key}>
                <td className="bold">「{key}」</td>
                <td>
                  <ChoiceField
                    bare
                    label={`${text.meaning} ${key}`}
                    value={meaning}
                    options={MEANINGS}
                    onChange={(value) => set((before) => ({ ...before, [key]: value }))}
                  />
                </td>
                <td className="soft">{text.effects[meaning]}</td>
                <td>
                  <RowTools
                    name={key}
                    onRemove={() =>
                      set((before) =>
                        Object.fromEntries(Object.entries(before).filter(([name]) => name !== key))
                      )
                    }
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}

/** The scheme's own words, or the usual ones where it has none; what has no known meaning is left out of the list. */
function wordsOf(draft: Draft): Record<string, EmptyWordMeaning> {
  return Object.fromEntries(
    Object.entries(draft.emptyWords ?? DEFAULT_EMPTY_WORDS).flatMap(([word, meaning]) => {
      const known = emptyWordMeaning.safeParse(meaning)
      return known.success ? [[word, known.data] as const] : []
    })
  )
}
