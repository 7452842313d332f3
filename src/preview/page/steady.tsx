import { Component, type ComponentChild } from 'preact'

interface SteadyProps {
  /** All that it is shown by. */
  readonly by: readonly unknown[]
  readonly show: () => ComponentChild
}

/** A part of the page that is shown again only where something that it is shown by is another. */
export class Steady extends Component<SteadyProps> {
  override shouldComponentUpdate({ by }: SteadyProps): boolean {
    return by.length !== this.props.by.length || by.some((one, at) => one !== this.props.by[at])
  }

  override render(): ComponentChild {
    return this.props.show()
  }
}
