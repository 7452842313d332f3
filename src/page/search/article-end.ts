import { type FlowElement, isBlankElement } from './elements.ts'

/** Whether a picture is the last of its article: nothing but pictures and air of it follows, and something goes before. */
export function endsArticle(flow: readonly FlowElement[], picture: number): boolean {
  const group = flow[picture]?.group
  if (flow[picture - 1]?.group !== group) return false
  let next = picture + 1
  while (flow[next]?.group === group && !isWorded(flow[next] as FlowElement)) next += 1
  return flow[next]?.group !== group
}

/** Whether an element is more than a picture or air. */
export function isWorded(element: FlowElement): boolean {
  return element.floatCost === null && !isBlankElement(element)
}
