import { pageTopics } from './page-topics.ts'
import { partTopics } from './part-topics.ts'
import { productTopics } from './product-topics.ts'
import type { Topic } from './topic.ts'
import { workTopics } from './work-topics.ts'

/** Every topic; a test holds that its keys, commands and pages are there. */
export const topics: readonly Topic[] = [...pageTopics, ...partTopics, ...workTopics, ...productTopics]
