import {
  FIELDS,
  type Field,
  type ItemPlace,
  type OutlineItem,
  type OutlinePicture,
} from '../../issue/write/outline-acts.ts'
import { creditWords, creditYaml } from './credit-words.ts'
import { FocusField } from './focus-field.tsx'
import { LineInput } from './line-input.tsx'
import { besideOf, type Do, placeBeside } from './outline-moves.ts'
import type { State } from './store.ts'
import { Button } from './toolbar.tsx'
import { speaking } from './use-store.ts'

interface PieceProps {
  readonly state: State
  readonly item: OutlineItem
  readonly at: ItemPlace
  readonly change: Do
  readonly drop: (at: ItemPlace, files: Iterable<File>) => void
}

const MIDDLE = [0.5, 0.5] as const
const FITS = ['column', 'page', 'left', 'right'] as const

/** The piece at hand in fields, for those who do not want YAML. */
export function PiecePane(props: PieceProps) {
  const { state, item, at, change } = props
  const say = speaking(state.language)
  const move = (by: number) => {
    const to = placeBeside(state.outline, at, by)
    if (to !== null) change({ act: 'move', from: at, to })
  }
  const fields = item.kind === 'brief' ? (['title'] as const) : FIELDS
  const isHere = item.file === null || item.own !== null
  return (
    <form class="piece" onSubmit={(event) => event.preventDefault()}>
      <p>
        <Button label={say('moveUp')} name="move-up" press={() => move(-1)}>
          ↑
        </Button>
        <Button label={say('moveDown')} name="move-down" press={() => move(1)}>
          ↓
        </Button>
        <Button label={say('copy')} name="copy" press={() => change({ act: 'copy', from: at })}>
          {say('copy')}
        </Button>
        <Button label={say('remove')} name="remove" press={() => change({ act: 'remove', from: at })}>
          {say('remove')}
        </Button>
      </p>
      {isHere && fields.map((field) => <FieldRow key={field} {...props} field={field} />)}
      {item.kind === 'article' && isHere && <Pictures {...props} />}
    </form>
  )
}

function FieldRow({ state, item, at, change, field }: PieceProps & { readonly field: Field }) {
  const say = speaking(state.language)
  const value = item.fields[field] ?? ''
  const set = (text: string) => {
    if (text !== value) change({ act: 'set', at, field, text })
  }
  if (field === 'lead') {
    const on = /^(?:true|是)$/.test(value)
    return (
      <label>
        <input type="checkbox" name="lead" checked={on} onChange={() => set(on ? '' : 'true')} />{' '}
        {say('lead')}
      </label>
    )
  }
  const isCredit = field === 'credit'
  const shown = isCredit ? creditWords(value) : value
  const setShown = (text: string) => {
    if (text !== shown) set(isCredit ? creditYaml(text) : text)
  }
  return (
    <div class="field">
      <span aria-hidden="true">{say(field)}</span>
      <LineInput
        name={field}
        label={say(field)}
        value={shown}
        placeholder={isCredit ? say('creditExample') : ''}
        set={setShown}
      />
    </div>
  )
}

function Pictures(props: PieceProps) {
  const { state, item, at, drop } = props
  const say = speaking(state.language)
  return (
    <fieldset>
      <legend>{say('picture')}</legend>
      {item.pictures.map((picture, index) => (
        <PictureRow key={`${index} ${picture.src}`} {...props} picture={picture} index={index} />
      ))}
      <label class="add-picture">
        {say('addPicture')}
        <input
          type="file"
          accept="image/jpeg,image/png"
          onChange={({ currentTarget }) => {
            const files = [...(currentTarget.files ?? [])]
            // The same file may be chosen again.
            currentTarget.value = ''
            if (files.length > 0) drop(at, files)
          }}
        />
      </label>
    </fieldset>
  )
}

function PictureRow(props: PieceProps & { readonly picture: OutlinePicture; readonly index: number }) {
  const { state, item, picture, index, at, change } = props
  const say = speaking(state.language)
  const path = picture.src === null ? '' : besideOf(item.own ?? item.span.file, picture.src)
  return (
    <div class="picture">
      <p>{picture.src ?? '…'}</p>
      <LineInput
        name="caption"
        label={say('caption')}
        placeholder={say('caption')}
        value={picture.caption}
        set={(caption) =>
          caption !== picture.caption && change({ act: 'set-picture', at, picture: index, caption })
        }
      />
      <p>
        {FITS.map((one) => (
          <Button
            key={one}
            label={say(`fit_${one}`)}
            name={`fit-${one}`}
            on={one === picture.fit}
            press={() => change({ act: 'set-picture', at, picture: index, fit: one })}
          >
            {say(`fit_${one}`)}
          </Button>
        ))}
      </p>
      <FocusField
        number={state.built?.pictures[path]}
        focus={picture.focus ?? MIDDLE}
        state={state}
        set={(focus) => change({ act: 'set-picture', at, picture: index, focus })}
      />
    </div>
  )
}
