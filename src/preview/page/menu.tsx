import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'

/** Something that hangs down from a button while it is used: it closes with Esc, and when the keys or the mouse go elsewhere. */
export function Menu(props: {
  readonly class: string
  readonly head: ComponentChildren
  readonly headClass?: string
  readonly name: string
  readonly label?: string
  readonly title: string
  readonly onOpen?: () => void
  readonly children: ComponentChildren
}) {
  const details = useRef<HTMLDetailsElement>(null)
  const close = () => {
    if (details.current) details.current.open = false
  }
  const leave = (event: FocusEvent) => {
    if (!details.current?.contains(event.relatedTarget as Node | null)) close()
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !details.current?.open) return
    event.preventDefault()
    close()
    details.current.querySelector('summary')?.focus()
  }
  return (
    <details
      class={`menu ${props.class}`}
      ref={details}
      onFocusOut={leave}
      onKeyDown={onKey}
      onToggle={() => details.current?.open && props.onOpen?.()}
    >
      <summary class={props.headClass} data-name={props.name} aria-label={props.label} title={props.title}>
        {props.head}
      </summary>
      <div tabIndex={-1}>{props.children}</div>
    </details>
  )
}
