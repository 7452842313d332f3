/** The signs of the toolbar, each on a field of 16 × 16, drawn as lines in the colour of the words. */
const ICONS = {
  source: 'M3 13l.7-3L11 2.7 13.3 5 6 12.3z M9.5 4.2l2.3 2.3',
  save: 'M3 3h8l2 2v8H3z M5.5 3v3.5h4V3 M5 13V9.5h6V13',
  download: 'M8 2v8 M5 7.5L8 10.5l3-3 M3 13.5h10',
  previousPage: 'M10 3L5 8l5 5',
  nextPage: 'M6 3l5 5-5 5',
  zoomOut: 'M3.5 8h9',
  zoomIn: 'M3.5 8h9 M8 3.5v9',
  fitWidth: 'M2 3v10 M14 3v10 M4.5 8h7 M6.5 6l-2 2 2 2 M9.5 6l2 2-2 2',
  fitPage: 'M4 2.5h8v11H4z M6.5 6.5L8 5l1.5 1.5 M6.5 9.5L8 11l1.5-1.5 M8 5v6',
  single: 'M4.5 2.5h7v11h-7z',
  continuous: 'M4.5 1.5v4h7v-4 M4.5 14.5v-6h7v6',
  facing: 'M1.5 3.5H8v9H1.5z M8 3.5h6.5v9H8z',
  grid: 'M2.5 3.5h11 M2.5 6.5h11 M2.5 9.5h11 M2.5 12.5h11',
  places: 'M4 14V2.5h7.5L10 5.25 11.5 8H4',
  overlays: 'M1.5 8Q8 1.5 14.5 8 8 14.5 1.5 8z M8 6.2a1.8 1.8 0 1 0 .01 0z',
  fullScreen: 'M2.5 6V2.5H6 M10 2.5h3.5V6 M13.5 10v3.5H10 M6 13.5H2.5V10',
  theme: 'M8 2a6 6 0 1 0 .01 0z M8 2v12 M10 3.5v9 M12 5v6',
  language: 'M8 2a6 6 0 1 0 .01 0z M2 8h12 M8 2Q4.5 8 8 14 M8 2q3.5 6 0 12',
  help: 'M8 2a6 6 0 1 0 .01 0z M6.2 6.5Q6.4 4.8 8 4.8t1.8 1.6Q9.8 7.5 8 8.3v.9 M8 11v.3',
} as const

export type IconName = keyof typeof ICONS

/** A sign beside words that say the same: nothing to readers of the screen. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={ICONS[name]} />
    </svg>
  )
}
