import { Button, Select } from 'antd'
import type { ReactElement } from 'react'
import { schemeEditorText } from '../../../text/schemeEditor.ts'
import type { ChangeDraft, Draft } from '../editorTab.ts'
import { codeOptions } from '../draft/draftNames.ts'
import {
  dimensionAt,
  raceAt,
  rowKey,
  withDimension,
  withField,
  withRace,
  type RowPath
} from '../draft/rowPath.ts'
import { NumberField } from '../form/NumberField.tsx'

const text = schemeEditorText.more

interface GroupMark {
  group?: string | undefined
  fullMark?: string | undefined
}

interface Props {
  draft: Draft
  path: RowPath
  change: ChangeDraft
}

/** Full marks of a dimension or a race that differ in some groups (S10: classes A, B, C). */
export function GroupMarks({ draft, path, change }: Props): ReactElement {
  const thing = dimensionAt(draft, path) ?? raceAt(draft, path)
  const marks: readonly GroupMark[] = thing?.byGroup ?? []
  const ofRace = raceAt(draft, path)?.groups ?? []
  const groups = codeOptions(draft.groups).filter(({ value }) => ofRace.includes(value))
  const free = groups.filter(({ value }) => !marks.some((mark) => mark.group === value))

  function put(next: readonly GroupMark[], merge?: string): void {
    const byGroup = next.length === 0 ? undefined : [...next]
    change(
      (old) =>
        path.dimension === null
          ? withRace(old, path, (race) => withField(race, 'byGroup', byGroup))
          : withDimension(old, path, (dimension) => withField(dimension, 'byGroup', byGroup)),
      text.changed(text.groupMarks),
      merge
    )
  }
  const set = (index: number, mark: GroupMark, merge?: string): void =>
    put(
      marks.map((one, at) => (at === index ? mark : one)),
      merge
    )

  return (
    <div role="group" aria-label={text.groupMarks} className="se-group-marks">
      <p className="field-label">
        {text.groupMarks}
        <em>{text.groupMarksHint}</em>
      </p>
      <div className="se-more-lines">
        {marks.map((mark, index) => (
          <div className="row" key={index}>
            <Select
              size="small"
              className="grow"
              aria-label={text.variantGroup}
              value={mark.group ?? null}
              options={groups}
              onChange={(group: string) => set(index, { ...mark, group })}
            />
            <span className="se-share">
              <NumberField
                label={text.variantMark}
                suffix={schemeEditorText.tree.points}
                value={mark.fullMark}
                placeholder={thing?.fullMark}
                onChange={(fullMark) =>
                  set(index, withField(mark, 'fullMark', fullMark), `${rowKey(path)}:group${index}`)
                }
              />
            </span>
            <button
              type="button"
              className="link small"
              onClick={() => put(marks.filter((_, at) => at !== index))}
            >
              {text.remove}
            </button>
          </div>
        ))}
        <span>
          <Button
            size="small"
            disabled={free.length === 0}
            onClick={() => put([...marks, { group: free[0]?.value }])}
          >
            {text.variantAdd}
          </Button>
        </span>
      </div>
    </div>
  )
}
