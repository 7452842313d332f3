import type { MessageText } from '../message-text.ts'

export const issueMessages = {} as const satisfies Record<string, MessageText>
