import type { PageBox } from '../../display/source-map.ts'
import { PageCanvas } from './page-canvas.tsx'
import { turnTo } from './pages-pane.tsx'
import { Steady } from './steady.tsx'
import type { State, Store } from './store.ts'

/** Pixels across. */
const WIDTH = 110
const NO_MARKS: readonly PageBox[] = []

/** All pages, small. */
export function ThumbnailsPane({ store, state }: { readonly store: Store; readonly state: State }) {
  const { built, pages } = state
  if (built === null) return null
  return (
    <div class="thumbnails">
      {pages.map((page, index) => (
        <button
          type="button"
          key={String(index)}
          aria-pressed={index === state.page}
          onClick={() => turnTo(store, index)}
        >
          {page && (
            <Steady
              by={[page, built.accent, built.gray]}
              show={() => (
                <PageCanvas
                  page={page}
                  index={index}
                  zoom={WIDTH / page.width}
                  built={built}
                  marks={NO_MARKS}
                />
              )}
            />
          )}
          {index + 1}
        </button>
      ))}
    </div>
  )
}
