import { pageTopics } from './page-topics.ts'
import type { Topic } from './topic.ts'
import { workTopics } from './work-topics.ts'

/** Every topic; a test holds that its keys, commands and pages are there. */
export const topics: readonly Topic[] = [...pageTopics, ...workTopics]
