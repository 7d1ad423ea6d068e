import type { ReactElement } from 'react'

const ROWS = [
  { name: 92, dot: 206, up: true },
  { name: 74, dot: 198, up: true },
  { name: 84, dot: 184, up: false },
  { name: 66, dot: 170, up: false }
]

/** A small ranking: what the sample quarter opens with. */
export function SampleDrawing({ label }: { label: string }): ReactElement {
  return (
    <svg className="welcome-drawing" viewBox="0 0 320 150" role="img" aria-label={label}>
      <rect x="20.5" y="14.5" width="279" height="121" rx="4" fill="#fff" stroke="#d5dbe1" />
      <path d="M21 18a3 3 0 0 1 3-3h272a3 3 0 0 1 3 3v16H21z" fill="#f7f8f9" />
      <g fill="#a7b0ba">
        <rect x="34" y="23" width="14" height="4" />
        <rect x="62" y="23" width="30" height="4" />
        <rect x="232" y="23" width="24" height="4" />
        <rect x="270" y="23" width="16" height="4" />
      </g>
      {ROWS.map((row, index) => {
        const y = 34 + index * 25
        return (
          <g key={row.dot}>
            <path d={`M21 ${y + 0.5}H299`} stroke="#e8ecef" />
            <rect x="34" y={y + 6} width="14" height="14" rx="2" fill={index === 0 ? '#bf1a20' : '#e8ecef'} />
            <rect x="62" y={y + 10} width={row.name - 20} height="6" rx="1" fill="#475362" />
            <path d={`M150 ${y + 13}H216`} stroke="#d5dbe1" />
            <path d={`M190 ${y + 7}v12`} stroke="#606b79" />
            <circle cx={row.dot} cy={y + 13} r="4.5" fill="#1f5187" />
            <rect x="232" y={y + 10} width="24" height="6" rx="1" fill="#1b2430" />
            <path
              d={row.up ? `M278 ${y + 19}v-11m-4 4 4-4 4 4` : `M278 ${y + 8}v11m-4-4 4 4 4-4`}
              fill="none"
              stroke={row.up ? '#bf1a20' : '#475362'}
              strokeWidth="1.6"
            />
          </g>
        )
      })}
    </svg>
  )
}

/** An empty sheet with a workbook on its way in. */
export function EmptyDrawing({ label }: { label: string }): ReactElement {
  return (
    <svg className="welcome-drawing" viewBox="0 0 320 150" role="img" aria-label={label}>
      <rect x="110.500" y="14.5" width="189" height="121" rx="4" fill="#fff" stroke="#d5dbe1" />
      <path d="M111 18a3 3 0 0 1 3-3h182a3 3 0 0 1 3 3v16H111z" fill="#f7f8f9" />
      <g stroke="#e8ecef">
        <path d="M111 34.5H299M111 59.500H299M111 84.500H299M111 109.500H299M158.500 15V135M205.500 15V135M252.500 15V135" />
      </g>
      <g>
        <path d="M24.500 44.500h36l12 12v49h-48z" fill="#e8f3ef" stroke="#2b6a58" />
        <path d="M60.500 44.500v12h12" fill="none" stroke="#2b6a58" />
        <path d="M34 68h29M34 78h29M34 88h29M44 63v30M54 63v30" stroke="#b2d3c7" />
      </g>
      <path d="M82 76h18m-6-6 6 6-6 6" fill="none" stroke="#1f5187" strokeWidth="2" />
    </svg>
  )
}
