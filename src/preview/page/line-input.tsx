import { useState } from 'preact/hooks'

/** A field of one line: what is being written in it stays, whatever is shown anew meanwhile; Enter or leaving sets it. */
export function LineInput(props: {
  readonly name?: string
  readonly label: string
  readonly value: string
  readonly placeholder?: string
  readonly focused?: boolean
  readonly set: (text: string) => void
}) {
  const [draft, write] = useState<string | null>(null)
  const done = () => {
    const text = draft?.trim() ?? props.value
    write(null)
    props.set(text)
  }
  return (
    <input
      name={props.name}
      aria-label={props.label}
      placeholder={props.placeholder}
      value={draft ?? props.value}
      ref={(input) => {
        if (props.focused && draft === null) input?.focus()
      }}
      onInput={(event) => write(event.currentTarget.value)}
      onBlur={done}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
    />
  )
}
