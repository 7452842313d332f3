import type { Explanations } from './explanation.ts'
import { contentExplanations } from './issue-content.ts'
import { yamlExplanations } from './issue-yaml.ts'

/** Explanations of what reading the files says. */
export const issueExplanations: Explanations = {
  ...yamlExplanations,
  ...contentExplanations,
}
