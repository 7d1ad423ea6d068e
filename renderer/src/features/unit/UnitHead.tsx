import { Button } from 'antd'
import type { ReactElement } from 'react'
import { Link, useNavigate } from 'react-router'
import type { UnitView } from '#shared/ipc/results.ts'
import { paths } from '../../app/paths.ts'
import { Icon } from '../../components/Icon.tsx'
import { common } from '../../text/common.ts'
import { unitText } from '../../text/unit.ts'

/** `排名 / 体育产业处`, its group, whether the numbers stand, 上一个 / 下一个. */
export function UnitHead({ view }: { view: UnitView }): ReactElement {
  const navigate = useNavigate()
  const go = (unit: string | null) => () => {
    if (unit !== null) void navigate(paths.unit(unit), { replace: true })
  }
  return (
    <div className="page-head">
      <Link to={paths.ranking} className="soft nowrap">
        {unitText.back}
      </Link>
      <span className="quiet">/</span>
      <h1 className="ellipsis" title={view.result.name}>
        {view.result.name}
      </h1>
      <span className="tag">{view.groupName}</span>
      {view.preview ? (
        <span className="tag tag-check">
          <Icon name="half" />
          {common.preview}
        </span>
      ) : (
        <span className="tag tag-done">
          <Icon name="box" />
          {common.frozen}
        </span>
      )}
      <span className="grow" />
      <div className="page-head-actions">
        <Button onClick={() => void navigate(paths.selfReviewOf(view.result.unit))}>
          {unitText.selfReview}
        </Button>
        {view.preview ? (
          <Button onClick={() => void navigate(paths.reward(view.result.unit))}>{unitText.reward}</Button>
        ) : null}
        <Button disabled={view.previousUnit === null} onClick={go(view.previousUnit)}>
          {unitText.previous}
        </Button>
        <Button disabled={view.nextUnit === null} onClick={go(view.nextUnit)}>
          {unitText.next}
        </Button>
      </div>
    </div>
  )
}
