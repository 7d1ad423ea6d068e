import { Modal } from 'antd'
import { useEffect, useRef, useState, type ReactElement } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import { usePeriod } from '../../app/PeriodContext.tsx'
import { paths } from '../../app/paths.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { KeyHint } from '../../components/KeyHint.tsx'
import { reviewText } from '../../text/review.ts'
import { useFit } from '../display/useFit.ts'
import { BoardSlide } from './BoardSlide.tsx'
import { CommentPanel } from './CommentPanel.tsx'
import { moveShow, showPages, startOf, type ShowMove, type ShowPage } from './showPages.ts'
import { UnitSlide } from './UnitSlide.tsx'
import { useReview, type Review } from './useReview.ts'
import { clockText, useTimer, type Timer } from './useTimer.ts'
import './review.css'

const text = reviewText.show

/** 讲评会 on the wall, full screen: boards uncovered place by place, then unit by unit. */
export function ReviewShow(): ReactElement {
  const { period } = usePeriod()
  return <div className="sw-room">{period === null ? null : <Room period={period} />}</div>
}

function Room({ period }: { period: PeriodKey }): ReactElement | null {
  const { review, loading, error } = useReview(period)
  if (error !== null) return <ErrorPanel error={error} />
  if (loading) return null
  if (review === null) return <EmptyState title={reviewText.empty} hint={reviewText.emptyHint} />
  return <Show period={period} review={review} />
}

const MOVES: Record<string, ShowMove> = {
  ' ': 'FORWARD',
  ArrowLeft: 'BACK',
  ArrowRight: 'NEXT',
  PageDown: 'NEXT',
  PageUp: 'PREVIOUS',
  a: 'ALL'
}

function Show({ period, review }: { period: PeriodKey; review: Review }): ReactElement {
  const [params] = useSearchParams()
  const navigate = useNavigate()
  const style = useFit()
  const pages = showPages(review)
  const [state, setState] = useState(() => startOf(pages, params.get('from')))
  const [writing, setWriting] = useState(false)
  const timer = useTimer()
  const page = pages[Math.min(state.page, pages.length - 1)]
  const leave = (): void => {
    if (document.fullscreenElement) void document.exitFullscreen()
    void navigate(paths.review)
  }
  function press(key: string): boolean {
    const move = MOVES[key]
    if (move !== undefined) {
      const next = moveShow(pages, state, move)
      if (next.page !== state.page) timer.reset()
      setState(next)
    } else if (key === 't') timer.toggle()
    else if (key === 'g' && page?.kind === 'UNIT') setWriting(true)
    else if (key === 'escape') leave()
    else return false
    return true
  }
  const pressed = useRef(press)
  useEffect(() => {
    pressed.current = press
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      // While a comment is written, keys are letters.
      if (event.ctrlKey || event.altKey || document.querySelector('[role="dialog"]') !== null) return
      const key = event.key.length === 1 || event.key === 'Escape' ? event.key.toLowerCase() : event.key
      if (pressed.current(key)) event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  if (page === undefined) return <EmptyState title={reviewText.empty} hint={reviewText.emptyHint} />
  const { view, comments } = review
  return (
    <>
      <section
        className="sw-stage"
        style={style}
        aria-live="polite"
        aria-label={text.label(state.page + 1, pages.length)}
        onClick={() => press(' ')}
      >
        <Head page={page} review={review} timer={timer} />
        {page.kind === 'BOARD' ? (
          <BoardSlide page={page} revealed={state.revealed[state.page] ?? 0} />
        ) : (
          <UnitSlide
            page={page}
            decimals={review.results.decimals}
            history={view.history.find(({ unit }) => unit === page.speaker.unit.unit)}
            comments={comments.filter(({ unit }) => unit === page.speaker.unit.unit)}
          />
        )}
        <Foot page={page} review={review} />
      </section>
      {page.kind !== 'UNIT' ? null : (
        <Modal
          open={writing}
          title={reviewText.commentOf(page.speaker.unit.name)}
          footer={null}
          destroyOnHidden
          onCancel={() => setWriting(false)}
        >
          <CommentPanel
            period={period}
            unit={page.speaker.unit.unit}
            comments={comments.filter(({ unit }) => unit === page.speaker.unit.unit)}
            lastSpeaker={comments.at(-1)?.speaker ?? ''}
            autoFocus
            onSaved={() => setWriting(false)}
          />
        </Modal>
      )}
    </>
  )
}

function Head({ page, review, timer }: { page: ShowPage; review: Review; timer: Timer }): ReactElement {
  const { view, plan } = review
  const group = page.kind === 'BOARD' ? page.group : page.speaker.group
  const heading = text.heading(view.period.title, group.name)
  const over = timer.seconds > plan.minutes * 60
  return (
    <header className="sw-head">
      <div>
        <p className="sw-eb">
          {page.kind === 'BOARD' ? heading : `${heading} · ${text.speaking(page.no)}`}
          {view.preview ? <b className="sw-preview">{reviewText.preview}</b> : null}
        </p>
        <h1>{page.kind === 'BOARD' ? text.board : page.speaker.unit.name}</h1>
      </div>
      {page.kind === 'BOARD' ? (
        <div className="sw-facts">
          <p>
            {text.count(group.rankedCount)} · {text.mean} <b>{group.mean?.total ?? '/'}</b>
          </p>
          <p>{text.from(Math.max(1, ...page.units.map(({ rank }) => rank ?? 1)))}</p>
        </div>
      ) : (
        <div className={over ? 'sw-timer sw-over' : 'sw-timer'} role="timer">
          <span>{text.speech}</span>
          <b>{clockText(timer.seconds)}</b>
          <span>/ {clockText(plan.minutes * 60)}</span>
        </div>
      )}
    </header>
  )
}

function Foot({ page, review: { view, results } }: { page: ShowPage; review: Review }): ReactElement {
  const { keys } = text
  return (
    <footer className="sw-foot">
      <span>{results.scheme.organisation}</span>
      <span>{view.preview ? reviewText.preview : reviewText.frozen(view.period.snapshot ?? '')}</span>
      <span className="grow" />
      {page.kind === 'BOARD' ? (
        <>
          <KeyHint keys="空格">{keys.reveal}</KeyHint>
          <KeyHint keys="←">{keys.back}</KeyHint>
          <KeyHint keys="A">{keys.all}</KeyHint>
          <KeyHint keys="→">{keys.next}</KeyHint>
        </>
      ) : (
        <>
          {page.next === null ? null : <KeyHint keys="→">{keys.nextUnit(page.next)}</KeyHint>}
          <KeyHint keys="T">{keys.timer}</KeyHint>
          <KeyHint keys="G">{keys.comment}</KeyHint>
        </>
      )}
      <KeyHint keys="Esc">{keys.leave}</KeyHint>
    </footer>
  )
}
