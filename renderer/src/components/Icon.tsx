import type { ReactElement, SVGProps } from 'react'

const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.4 } as const

const DRAWINGS = {
  flag: [
    12,
    <path
      key="p"
      d="M2 1v10.5M2 1.6h8L8 4.3l2 2.7H2z"
      fill="currentColor"
      stroke="currentColor"
      strokeWidth="1.2"
    />
  ],
  disc: [12, <circle key="p" cx="6" cy="6" r="5" fill="currentColor" />],
  half: [
    12,
    <g key="p">
      <circle cx="6" cy="6" r="4.6" {...line} />
      <path d="M6 1.4a4.6 4.6 0 0 0 0 9.2z" fill="currentColor" />
    </g>
  ],
  ring: [12, <circle key="p" cx="6" cy="6" r="4.6" {...line} />],
  diamond: [12, <path key="p" d="M6 .5 11.5 6 6 11.5.5 6z" fill="currentColor" />],
  diamondHalf: [
    12,
    <path
      key="p"
      d="M6 1.2 10.8 6 6 10.8 1.2 6zM6 1.2v9.6L1.2 6z"
      fill="currentColor"
      fillRule="evenodd"
      stroke="currentColor"
      strokeWidth="1.1"
    />
  ],
  box: [
    12,
    <g key="p" {...line} strokeWidth={1.3}>
      <rect x=".8" y=".8" width="10.4" height="10.4" rx="1" />
      <path d="m3 6.2 2.2 2.2L9.2 4" strokeWidth="1.5" />
    </g>
  ],
  triangle: [
    12,
    <g key="p" {...line} strokeWidth={1.3}>
      <path d="M6 1 11.4 11H.6z" strokeLinejoin="round" />
      <path d="M6 4.6v3M6 8.6v1.2" />
    </g>
  ],
  now: [
    12,
    <g key="p">
      <circle cx="6" cy="6" r="5" {...line} strokeWidth={1.3} />
      <circle cx="6" cy="6" r="2.4" fill="currentColor" />
    </g>
  ],
  slash: [12, <path key="p" d="M8.5 1.5 3.5 10.5" {...line} />],
  down: [12, <path key="p" d="m2.5 4.5 3.5 3.5 3.5-3.5" {...line} />],
  right: [12, <path key="p" d="m4.5 2.5 3.5 3.5-3.5 3.5" {...line} />],
  loop: [14, <path key="p" d="M11.5 5A5 5 0 1 0 12 8.2M12 1.8v3.4H8.6" {...line} strokeWidth={1.3} />],
  find: [
    14,
    <g key="p" {...line} strokeWidth={1.3}>
      <circle cx="6" cy="6" r="4" />
      <path d="m9 9 3.6 3.6" />
    </g>
  ],
  home: [16, <path key="p" d="M2.5 13.5h11M4 13V7.5M8 13V3M12 13V9.5" {...line} strokeWidth={1.8} />],
  import: [16, <path key="p" d="M8 2v7.5M4.8 6.6 8 9.8l3.2-3.2M2.5 10v3.5h11V10" {...line} />],
  report: [
    16,
    <path key="p" d="M3.5 1.7h6l3 3v9.6h-9zM5.8 7.2h4.4M5.8 9.6h4.4M5.8 12h2.6" {...line} strokeWidth={1.3} />
  ],
  settings: [
    16,
    <g key="p" {...line}>
      <path d="M2 4.5h6M12 4.5h2M2 11.5h2M8 11.5h6" />
      <circle cx="10" cy="4.5" r="1.8" />
      <circle cx="6" cy="11.5" r="1.8" />
    </g>
  ],
  trial: [
    16,
    <path
      key="p"
      d="M3 1.8h10v12.4H3zM5.2 4.2h5.6v2H5.2zM5.6 8.8h.1M8 8.8h.1M10.4 8.8h.1M5.6 11.4h.1M8 11.4h.1M10.4 11.4h.1"
      {...line}
      strokeWidth={1.3}
      strokeLinecap="round"
    />
  ],
  unit: [
    16,
    <path key="p" d="M2.5 14V5.5L8 2l5.5 3.5V14M5.5 14v-4h5v4M5.5 7h5" {...line} strokeWidth={1.3} />
  ],
  indicator: [16, <path key="p" d="M2.5 12.5 6 8l3 2.5 4.5-6M10.5 4.5h3v3" {...line} />],
  page: [16, <path key="p" d="M2.5 3h11v10h-11zM2.5 6h11" {...line} strokeWidth={1.3} />],
  close: [12, <path key="p" d="m2.5 2.5 7 7m0-7-7 7" {...line} strokeWidth={1.2} />],
  folder: [
    16,
    <path key="p" d="M1.8 3.5h4.4l1.4 1.8h6.6v7.2H1.8z" {...line} strokeWidth={1.3} strokeLinejoin="round" />
  ],
  info: [
    12,
    <g key="p" {...line} strokeWidth={1.2}>
      <circle cx="6" cy="6" r="5" />
      <path d="M6 5.2v3.4M6 3.2v1.1" />
    </g>
  ]
} as const satisfies Record<string, readonly [number, ReactElement]>

export type IconName = keyof typeof DRAWINGS

/** A drawing in the colour of its text. Decorative: the word beside it carries the meaning. */
export function Icon({
  name,
  className,
  ...rest
}: { name: IconName } & SVGProps<SVGSVGElement>): ReactElement {
  const [size, drawing] = DRAWINGS[name]
  return (
    <svg
      {...rest}
      className={className === undefined ? 'icon' : `icon ${className}`}
      viewBox={`0 0 ${size} ${size}`}
      aria-hidden="true"
      focusable="false"
    >
      {drawing}
    </svg>
  )
}
